//! The lesson register of one school year: a folder with a base, changes on top of it, and a list that says which files count.
//!
//! A file never changes once it is in the list, and the list is replaced as a whole: whoever stops half-way leaves the old
//! register or the new one.

mod lijst;
pub(crate) mod loper;
pub(crate) mod segment;

use crate::fout::Fout;
use crate::invoer::Ontvanger;
use crate::kalender::Schooljaar;
use crate::wet::School;
use lijst::{Deel, Lijst};
use loper::{Bereik, loop_langs};
use segment::{Blok, Schrijver, Segment};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

/// With this many sets of changes they are merged into the base.
const WIJZIGINGEN: usize = 10;
const BEZET: &str = "er schrijft al iemand in dit lesregister";

/// An open register.
#[derive(Debug)]
pub struct Register {
    map: PathBuf,
    lijst: Lijst,
    pub(crate) segmenten: Vec<Segment>,
}

/// What `controleer` found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bevinding {
    /// Files in the list.
    pub bestanden: usize,
    /// Lessons in them, changes counted too.
    pub lessen: u64,
    /// Pupils at a school in them.
    pub leerlingen: u64,
}

impl Register {
    /// Opens a register and checks its list and directories; the blocks are checked when they are read.
    ///
    /// # Errors
    /// There is no register here, or it is damaged.
    pub fn open(map: &Path) -> Result<Self, Fout> {
        let lijst = Lijst::lees(map)?;
        let mut segmenten = Vec::new();
        for d in &lijst.delen {
            let pad = map.join(&d.bestand);
            let s = Segment::open(&pad)?;
            if s.lengte != d.lengte || s.som != d.som || s.jaar != u64::from(lijst.jaar.unsigned_abs()) {
                return Err(Fout::van(&pad, "dit bestand hoort niet bij dit lesregister", lijst::HERSTEL));
            }
            segmenten.push(s);
        }
        Ok(Self { map: map.to_owned(), lijst, segmenten })
    }

    /// The school year.
    #[must_use]
    pub fn jaar(&self) -> Schooljaar {
        jiff::civil::Date::new(self.lijst.jaar, 9, 1)
            .map_or_else(|_| Schooljaar::van(jiff::civil::Date::MIN), Schooljaar::van)
    }

    /// The folder.
    #[must_use]
    pub fn map(&self) -> &Path {
        &self.map
    }

    /// The schools.
    #[must_use]
    pub fn scholen(&self) -> &[School] {
        &self.lijst.scholen
    }

    /// The last day with a lesson, as a day of the school year; nothing when there are no lessons.
    #[must_use]
    pub fn laatste_dag(&self) -> Option<u16> {
        self.lijst.laatste_dag
    }

    /// Lessons in the base and in the changes.
    #[must_use]
    pub fn lessen(&self) -> u64 {
        self.segmenten.iter().map(|s| s.rijen).sum()
    }

    /// Reads everything and checks every byte.
    ///
    /// # Errors
    /// What is damaged.
    pub fn controleer(&self) -> Result<Bevinding, Fout> {
        let mut b = Bevinding { bestanden: self.segmenten.len(), lessen: 0, leerlingen: 0 };
        let mut blok = Blok::default();
        for s in &self.segmenten {
            for i in 0..s.plaatsen.len() {
                s.lees(i, &mut blok)?;
                b.lessen += u64::try_from(blok.rijen().len()).unwrap_or(0);
                b.leerlingen += u64::try_from(blok.leerlingen().len()).unwrap_or(0);
            }
        }
        Ok(b)
    }

    /// Every pupil at every school with the lessons as they stand.
    ///
    /// # Errors
    /// What is damaged, or what `uit` says.
    pub fn leerlingen(&self, uit: impl FnMut(u64, u32, &[u32]) -> Result<(), Fout>) -> Result<(), Fout> {
        loop_langs(&self.segmenten, Bereik::default(), uit)
    }

    /// The lessons of one pupil as they stand, per school: the evidence of a signal.
    ///
    /// # Errors
    /// What is damaged.
    pub fn leerling(&self, leerling: u64) -> Result<Vec<(u32, Vec<u32>)>, Fout> {
        let mut gevonden = Vec::new();
        let bereik = Bereik { van: Some(leerling), tot: leerling.checked_add(1) };
        loop_langs(&self.segmenten, bereik, |_, school, rijen| {
            gevonden.push((school, rijen.to_vec()));
            Ok(())
        })?;
        Ok(gevonden)
    }
}

/// A register that is being built in a folder: nothing counts until [`Bouw::klaar`].
pub struct Bouw {
    map: PathBuf,
    jaar: Schooljaar,
    scholen: Vec<School>,
    schrijver: Schrijver,
    bestand: String,
    laatste_dag: Option<u16>,
    volgnummer: u64,
    oud: Vec<Deel>,
    _slot: File,
}

impl Bouw {
    /// Starts a new register for these schools; a register that is there is replaced when this one is done.
    ///
    /// # Errors
    /// The folder cannot be written, or somebody else is writing in it.
    pub fn begin(map: &Path, jaar: Schooljaar, scholen: &[School]) -> Result<Self, Fout> {
        std::fs::create_dir_all(map).map_err(|e| Fout::io(map, &e))?;
        let slot = vergrendel(map)?;
        // A folder with somebody's own files is not a place to clean up in.
        let kapot = |f: Fout| Fout { herstel: "Kies een andere map, of haal deze map eerst weg.".to_owned(), ..f };
        let oud = if map.join(lijst::NAAM).exists() { Some(Lijst::lees(map).map_err(kapot)?) } else { None };
        ruim_op(map, oud.as_ref().map_or(&[], |l| &l.delen))?;
        let volgnummer = oud.as_ref().map_or(0, |l| l.volgnummer) + 1;
        let bestand = lijst::naam(volgnummer);
        let schrijver = Schrijver::maak(&map.join(&bestand), jaar)?;
        Ok(Self {
            map: map.to_owned(),
            jaar,
            scholen: scholen.to_vec(),
            schrijver,
            bestand,
            laatste_dag: None,
            volgnummer,
            oud: Vec::new(),
            _slot: slot,
        })
    }

    /// Starts again from nothing.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn opnieuw(&mut self) -> Result<(), Fout> {
        self.laatste_dag = None;
        self.schrijver.laat();
        self.schrijver = Schrijver::maak(&self.map.join(&self.bestand), self.jaar)?;
        Ok(())
    }

    /// The register counts from now on.
    ///
    /// # Errors
    /// Writing does not work; the old register is still there.
    pub fn klaar(self) -> Result<Register, Fout> {
        let rijen = self.laatste_dag;
        let (lengte, som) = self.schrijver.sluit()?;
        let mut delen = self.oud;
        delen.push(Deel { bestand: self.bestand, lengte, som });
        let lijst = Lijst {
            jaar: self.jaar.jaar,
            volgnummer: self.volgnummer,
            scholen: self.scholen,
            laatste_dag: rijen,
            delen,
        };
        lijst.schrijf(&self.map)?;
        ruim_op(&self.map, &lijst.delen)?;
        Register::open(&self.map)
    }
}

impl Ontvanger for Bouw {
    fn leerling(&mut self, leerling: u64, school: u32, rijen: &[u32]) -> Result<(), Fout> {
        if self.scholen.binary_search_by_key(&school, |s| s.school).is_err() {
            let melding =
                format!("leerling {leerling} heeft lessen op school {school}, en die staat niet bij de scholen");
            return Err(Fout::van(&self.map, melding, "Zet elke school van de lessen in het bestand met scholen.")
                .in_kolom("school"));
        }
        let dag = rijen.last().map(|r| u16::try_from(crate::rij::Rij(*r).dag()).unwrap_or(0));
        self.laatste_dag = self.laatste_dag.max(dag);
        self.schrijver.leerling(leerling, school, rijen)
    }
}

impl Register {
    /// Starts a set of changes on top of this register: new lessons, corrections (the same lesson again) and withdrawn ones.
    ///
    /// # Errors
    /// Somebody else is writing, or the register has changed since it was opened.
    pub fn wijzig(self) -> Result<Bouw, Fout> {
        let slot = vergrendel(&self.map)?;
        let nu = Lijst::lees(&self.map)?;
        if nu.volgnummer != self.lijst.volgnummer {
            return Err(Fout::van(&self.map, "dit lesregister is intussen gewijzigd", "Probeer het opnieuw."));
        }
        ruim_op(&self.map, &nu.delen)?;
        let volgnummer = nu.volgnummer + 1;
        let bestand = lijst::naam(volgnummer);
        let jaar = self.jaar();
        let schrijver = Schrijver::maak(&self.map.join(&bestand), jaar)?;
        Ok(Bouw {
            map: self.map,
            jaar,
            scholen: nu.scholen,
            schrijver,
            bestand,
            laatste_dag: nu.laatste_dag,
            volgnummer,
            oud: nu.delen,
            _slot: slot,
        })
    }

    /// Merges the changes into the base when there are many of them, or when `nu` asks for it.
    ///
    /// # Errors
    /// Something is damaged or cannot be written; the register stays as it was.
    pub fn samenvoegen(self, nu: bool) -> Result<Self, Fout> {
        if self.segmenten.len() < 2 || (!nu && self.segmenten.len() <= WIJZIGINGEN) {
            return Ok(self);
        }
        let slot = vergrendel(&self.map)?;
        let volgnummer = self.lijst.volgnummer + 1;
        let bestand = lijst::naam(volgnummer);
        let mut schrijver = Schrijver::maak(&self.map.join(&bestand), self.jaar())?;
        self.leerlingen(|l, s, rijen| schrijver.leerling(l, s, rijen))?;
        let (lengte, som) = schrijver.sluit()?;
        let lijst = Lijst { volgnummer, delen: vec![Deel { bestand, lengte, som }], ..self.lijst };
        lijst.schrijf(&self.map)?;
        ruim_op(&self.map, &lijst.delen)?;
        drop(slot);
        Self::open(&self.map)
    }
}

/// One writer at a time.
fn vergrendel(map: &Path) -> Result<File, Fout> {
    let pad = map.join(lijst::SLOT);
    let slot = File::create(&pad).map_err(|e| Fout::io(&pad, &e))?;
    match slot.try_lock() {
        Ok(()) => Ok(slot),
        Err(TryLockError::WouldBlock) => Err(Fout::van(map, BEZET, "Wacht tot die klaar is.")),
        Err(TryLockError::Error(e)) => Err(Fout::io(&pad, &e)),
    }
}

/// Removes what an interrupted writer left behind: our own files that are not in the list.
fn ruim_op(map: &Path, delen: &[Deel]) -> Result<(), Fout> {
    let io = |e: std::io::Error| Fout::io(map, &e);
    for bestand in std::fs::read_dir(map).map_err(io)? {
        let bestand = bestand.map_err(io)?;
        let naam = bestand.file_name();
        let Some(naam) = naam.to_str() else { continue };
        let van_ons = naam.starts_with(lijst::VOOR) && naam.ends_with(lijst::NA) || naam == lijst::IN_WORDING;
        if van_ons && !delen.iter().any(|d| d.bestand == naam) {
            std::fs::remove_file(bestand.path()).map_err(io)?;
        }
    }
    Ok(())
}
