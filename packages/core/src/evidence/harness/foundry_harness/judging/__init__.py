"""Inputs and predicates."""
