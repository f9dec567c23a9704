// What pages can do beyond links and forms; each of them can be read without.
"use strict";

const isTyping = target => target.closest("input:not([type=radio]), textarea, select, dialog[open]");

// A control that names a key is pressed by it.
document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
        return;
    }
    const help = document.getElementById("keys");
    if (event.key === "?" && help) {
        event.preventDefault();
        help.showModal();
        return;
    }
    const control = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (control) {
        event.preventDefault();
        control.focus();
        control.click();
    }
});

document.addEventListener("click", async event => {
    const copy = event.target.closest("[data-copy]");
    if (copy) {
        const field = document.getElementById(copy.dataset.copy);
        field.select();
        try {
            await navigator.clipboard.writeText(field.value);
            copy.textContent = copy.dataset.done;
        } catch {
            // It is selected: the keyboard copies it.
        }
    }
    const opener = event.target.closest("[data-opens]");
    if (opener) {
        document.getElementById(opener.dataset.opens).showModal();
    }
    const closer = event.target.closest("[data-closes]");
    if (closer) {
        closer.closest("dialog").close();
    }
});

// The live log: an event says that there is news, and the list is fetched as it is shown.
const live = document.querySelector("[data-live]");
if (live && window.EventSource) {
    let waiting = false;
    const source = new EventSource(live.dataset.live);
    source.addEventListener("webhook_event", () => {
        if (!waiting) {
            waiting = true;
            setTimeout(() => {
                waiting = false;
                htmx.trigger(live, "news");
            }, 300);
        }
    });
    addEventListener("pagehide", () => source.close());
}
