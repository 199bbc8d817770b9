"""Measurements of speed and memory, each with one command; figures as measured stand in README.md."""
