"""Sample studies, all simulated, and the scripts that make them."""
