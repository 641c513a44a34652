"""Head office: takes the events of many tills into PostgreSQL, reconciles them, and shows them on a page.

Needs the extra `points-till[head-office]`. Only this package imports psycopg and Jinja2.
"""
