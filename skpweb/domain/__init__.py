"""The rules of an SKP in plain Python: no Flask, no SQLAlchemy.

Source of every rule: PermenPANRB 6/2022 (articles and pages named where a
rule stands) unless a docstring names another regulation.
"""
