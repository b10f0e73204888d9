"""What a full-screen program owes the terminal it was started in."""
