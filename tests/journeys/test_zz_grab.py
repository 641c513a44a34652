from PySide6.QtCore import Qt
import pytest
from tests.journeys.conftest import *
@pytest.mark.parametrize("size", [(800,600),(1024,600)], ids=str)
def test_grab(open_till, service, size, tmp_path):
    c = open_till(service=service, size=size)
    d = tmp_path/"data"/"logs"; (d/"crashes").mkdir(parents=True)
    for n in ["",".1",".2",".3",".4"]:
        (d/f"points-till.log{n}").write_text("x y\n"*50000)
    for n in range(3): (d/"crashes"/f"crash-2026112{n}T100000000000Z-12345.txt").write_text("Version: 1\n"*30)
    c.key(Qt.Key.Key_F10); c.until_sees("Support file")
    c.qtbot.wait(300)
    c.window.grab().save(f"/tmp/sf/settings{size[0]}.png")
    c.session.view.pages.settings_page.form.show_group(c.session.view.pages.settings_page.form._groups[-1])
    c.qtbot.wait(100)
    c.window.grab().save(f"/tmp/sf/group{size[0]}.png")
    c.press("Support file"); c.until_sees("Save support file")
    c.qtbot.wait(300)
    c.window.grab().save(f"/tmp/sf/panel{size[0]}.png")
    c.press("Save support file"); c.until_says("saved"); c.qtbot.wait(300)
    c.window.grab().save(f"/tmp/sf/saved{size[0]}.png")
