//! The decoders of the `parquet` crate stop with a panic on some broken pages; for us that is a broken page like any other.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

thread_local! {
    static STIL: Cell<bool> = const { Cell::new(false) };
}
static HAAK: Once = Once::new();

/// Does this; nothing when it panicked. What it worked on must then not be used any more.
pub(super) fn vang<T>(doe: impl FnOnce() -> T) -> Option<T> {
    // The report of a panic is for us, not for whoever delivered the file: on this thread, during this, it is left out.
    HAAK.call_once(|| {
        let gewoon = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |wat| {
            if !STIL.get() {
                gewoon(wat);
            }
        }));
    });
    let voor = STIL.replace(true);
    let uit = catch_unwind(AssertUnwindSafe(doe));
    STIL.set(voor);
    uit.ok()
}
