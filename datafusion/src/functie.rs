//! The functions as DataFusion knows them.

use crate::enkel::Enkel;
use crate::groepen::Groepen;
use crate::jaarvraag::Jaarvraag;
use crate::leerling::Leerling;
use crate::toestand::{self, Bouwer};
use crate::{kolommen, uitkomst};
use datafusion::arrow::array::ArrayRef;
use datafusion::arrow::datatypes::{DataType, FieldRef};
use datafusion::common::{ScalarValue, not_impl_err};
use datafusion::error::Result;
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::utils::AggregateOrderSensitivity;
use datafusion::logical_expr::{Accumulator, AggregateUDFImpl, GroupsAccumulator, Signature, Volatility};
use detect::Beoordelaar;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// All reports of a pupil at a school: a list of `begin`, `bereikt_op` and `minuten`, in order of day.
pub const NAAM: &str = "zestien_uur";
/// The first report of a pupil at a school, or NULL.
pub const NAAM_EERSTE: &str = "eerste_zestien_uur";

/// What is asked, and in which form the answer comes.
#[derive(Debug, Clone)]
pub(crate) struct Vorm {
    pub(crate) vraag: Arc<Jaarvraag>,
    eerste: bool,
}

impl Vorm {
    pub(crate) const fn nieuw(vraag: Arc<Jaarvraag>, eerste: bool) -> Self {
        Self { vraag, eerste }
    }

    pub(crate) fn uitkomst(&self, leerlingen: &mut [Leerling], b: &mut Beoordelaar) -> Result<ArrayRef> {
        if self.eerste {
            uitkomst::eerste(leerlingen, &self.vraag, b)
        } else {
            uitkomst::alle(leerlingen, &self.vraag, b)
        }
    }

    pub(crate) fn toestand(&self, leerlingen: &[Leerling]) -> Result<Vec<ArrayRef>> {
        let mut uit = Bouwer::nieuw(leerlingen.len(), leerlingen.iter().map(|l| l.rijen.len()).sum());
        for l in leerlingen {
            uit.erbij(&l.rijen, l.regeling)?;
        }
        uit.klaar(self.vraag.tot())
    }

    fn kenmerk(&self) -> (bool, i32) {
        (self.eerste, self.vraag.tot())
    }
}

/// `zestien_uur(datum, lesuur, minuten, status, vakantieregio, lesuur_minuten)` and its variant with only the first report.
#[derive(Debug)]
pub struct ZestienUur {
    vorm: Vorm,
    signatuur: Signature,
}

impl ZestienUur {
    pub(crate) fn nieuw(vraag: Arc<Jaarvraag>, eerste: bool) -> Self {
        Self { vorm: Vorm::nieuw(vraag, eerste), signatuur: Signature::user_defined(Volatility::Immutable) }
    }

    fn eens(&self, args: &AccumulatorArgs<'_>) -> Result<()> {
        if args.is_distinct {
            return not_impl_err!(
                "zestien uur: DISTINCT. Een les die er twee keer in staat, is een fout in de gegevens."
            );
        }
        Ok(())
    }
}

// The last day tells the school year too.
impl PartialEq for ZestienUur {
    fn eq(&self, ander: &Self) -> bool {
        self.vorm.kenmerk() == ander.vorm.kenmerk()
    }
}

impl Eq for ZestienUur {}

impl Hash for ZestienUur {
    fn hash<H: Hasher>(&self, h: &mut H) {
        self.vorm.kenmerk().hash(h);
    }
}

impl AggregateUDFImpl for ZestienUur {
    fn name(&self) -> &str {
        if self.vorm.eerste { NAAM_EERSTE } else { NAAM }
    }

    fn signature(&self) -> &Signature {
        &self.signatuur
    }

    fn coerce_types(&self, gegeven: &[DataType]) -> Result<Vec<DataType>> {
        kolommen::types(gegeven)
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(uitkomst::soort(self.vorm.eerste))
    }

    /// Nobody's lessons give no reports: an empty list.
    fn default_value(&self, soort: &DataType) -> Result<ScalarValue> {
        if self.vorm.eerste { ScalarValue::try_from(soort) } else { ScalarValue::new_default(soort) }
    }

    fn state_fields(&self, args: StateFieldsArgs<'_>) -> Result<Vec<FieldRef>> {
        Ok(toestand::velden(args.name))
    }

    fn order_sensitivity(&self) -> AggregateOrderSensitivity {
        AggregateOrderSensitivity::Insensitive
    }

    fn accumulator(&self, args: AccumulatorArgs<'_>) -> Result<Box<dyn Accumulator>> {
        self.eens(&args)?;
        Ok(Box::new(Enkel::nieuw(self.vorm.clone())))
    }

    fn groups_accumulator_supported(&self, _: AccumulatorArgs<'_>) -> bool {
        true
    }

    fn create_groups_accumulator(&self, args: AccumulatorArgs<'_>) -> Result<Box<dyn GroupsAccumulator>> {
        self.eens(&args)?;
        Ok(Box::new(Groepen::nieuw(self.vorm.clone())))
    }
}
