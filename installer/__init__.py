"""What turns the source into a program that a till can run: building, translating, developing."""
