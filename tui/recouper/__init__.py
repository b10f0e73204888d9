"""What the recouper view shows of two passages, without a screen: values, and what makes them."""
