"""Files as people and attackers bring them, made by code: nothing here is downloaded."""
