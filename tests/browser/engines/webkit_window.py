#!/usr/bin/python3
"""A window of WebKitGTK that its driver can drive. Runs with the distribution's Python, which has GTK.

Unlike WebKit's own small browser it writes what pages say to the console into $SAID, puts downloads into $DOWNLOADS,
and prints into the PDF that `webkit.messageHandlers.print.postMessage("path|paper")` names. $SETTINGS: WebKit's, as JSON.
"""

import json
import os
from pathlib import Path
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402 -- only now is their version settled

HOOK = """
const tell = (text) => webkit.messageHandlers.said.postMessage(text);
const real = console.error;
console.error = (...given) => { tell(given.map(String).join(" ")); real(...given); };
addEventListener("error", (event) => tell("error: " + (event.message ?? event.target.src ?? event.target.href)), true);
addEventListener("unhandledrejection", (event) => tell("rejection: " + event.reason));
"""
ONCE, START = WebKit2.UserContentInjectedFrames.TOP_FRAME, WebKit2.UserScriptInjectionTime.START
context = WebKit2.WebContext.new_ephemeral()
kept: list[Any] = []  # windows and print jobs, which would go with their last name


def text(result: Any) -> str:
    """What a page sent."""
    return str((result.get_js_value() if hasattr(result, "get_js_value") else result).to_string())


def said(_: Any, result: Any) -> None:
    """Write down what a page said."""
    with Path(os.environ["SAID"]).open("a", encoding="utf-8") as file:
        file.write(text(result) + "\n")


def print_page(view: Any, asked: str) -> None:
    """Print into a file. A file of the same name with .done tells when, and how it went."""
    path, paper = asked.split("|")
    done = Path(f"{path}.done")
    settings, setup = Gtk.PrintSettings(), Gtk.PageSetup()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(path))
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    setup.set_paper_size(Gtk.PaperSize.new({"A4": "iso_a4", "Letter": "na_letter"}[paper]))
    job = WebKit2.PrintOperation.new(view)
    job.set_print_settings(settings)
    job.set_page_setup(setup)
    job.connect("finished", lambda *_: done.write_text("", encoding="utf-8"))
    job.connect("failed", lambda _, error: done.write_text(str(error), encoding="utf-8"))
    kept.append(job)
    job.print_()


def make(session: Any = None, *_: Any) -> Any:
    """Make a window with one page."""
    manager, settings = WebKit2.UserContentManager(), WebKit2.Settings()
    manager.add_script(WebKit2.UserScript.new(HOOK, ONCE, START, None, None))
    for name, value in json.loads(os.environ.get("SETTINGS", "{}")).items():
        settings.set_property(name, value)
    driven = session is not None
    view = WebKit2.WebView(web_context=context, user_content_manager=manager, settings=settings, is_controlled_by_automation=driven)
    manager.connect("script-message-received::said", said)
    manager.connect("script-message-received::print", lambda _, result: print_page(view, text(result)))
    for name in ("said", "print"):
        manager.register_script_message_handler(name)
    window = Gtk.Window()
    window.set_default_size(1280, 900)
    window.add(view)
    window.show_all()
    view.grab_focus()
    view.connect("close", lambda *_: window.destroy())
    kept.append((window, view))
    return view


def started(_: Any, session: Any) -> None:
    """Let the driver make windows."""
    about = WebKit2.ApplicationInfo()
    about.set_name("MiniBrowser")
    about.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(about)
    for signal in ("create-web-view", "create-web-view::tab", "create-web-view::window"):
        session.connect(signal, make)


def download(_: Any, job: Any) -> None:
    """Put a download where the tests look."""
    job.set_allow_overwrite(True)
    folder = Path(os.environ["DOWNLOADS"])
    job.connect("decide-destination", lambda job, name: (job.set_destination(GLib.filename_to_uri(str(folder / name))), True)[1])


context.set_automation_allowed(True)
context.connect("automation-started", started)
context.connect("download-started", download)
Gtk.main()
