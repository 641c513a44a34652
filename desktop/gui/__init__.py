"""The GUI: workers, controllers, pages and widgets."""
