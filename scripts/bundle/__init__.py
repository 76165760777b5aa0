"""What is put into the offline bundle beside the pages."""
