"""The codebook as a file: what comes in, what goes out."""
