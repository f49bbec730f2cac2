"""What the library's screen can do, each part by itself."""
