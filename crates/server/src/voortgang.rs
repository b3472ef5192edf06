//! A bar in the terminal, when a person looks.

use indicatif::{ProgressBar, ProgressStyle};

/// Rows between two movements of the bar: drawing costs more than reading.
const PER: u64 = 1 << 20;

/// A bar that costs nothing per row.
pub(crate) struct Balk {
    balk: ProgressBar,
    gedaan: u64,
    getoond: u64,
}

/// A bar of so many rows; hidden with `stil`, and when nobody sees the output.
pub(crate) fn balk(totaal: u64, stil: bool) -> Balk {
    let balk = if stil { ProgressBar::hidden() } else { ProgressBar::new(totaal) };
    if let Ok(stijl) = ProgressStyle::with_template("{bar:30} {human_pos} van {human_len} lessen, nog {eta}") {
        balk.set_style(stijl);
    }
    Balk { balk, gedaan: 0, getoond: 0 }
}

impl Balk {
    pub(crate) fn erbij(&mut self, n: usize) {
        self.gedaan += u64::try_from(n).unwrap_or(0);
        if self.gedaan - self.getoond >= PER {
            self.getoond = self.gedaan;
            self.balk.set_position(self.gedaan);
        }
    }

    pub(crate) fn opnieuw(&mut self) {
        (self.gedaan, self.getoond) = (0, 0);
        self.balk.set_position(0);
    }

    pub(crate) fn klaar(&self) {
        self.balk.finish_and_clear();
    }
}
