"""What is coded as a dataset: CSV tables with what each column means, in one ZIP file."""
