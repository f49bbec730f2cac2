"""The library screen, and the screens of articles and stories."""
