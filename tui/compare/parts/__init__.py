"""What the compare view can do, each part by itself."""
