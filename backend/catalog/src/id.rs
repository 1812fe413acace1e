//! Identity: `UUIDv7` ids of our own, one type a noun so that they cannot be mixed up.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// 法人. Identifies an organization.
    OrganizationId,
    /// 事業所. Identifies an office.
    OfficeId,
    /// サービス. Identifies one service of an office.
    ServiceId,
    /// One run of `import` over one file.
    ImportId,
    /// One entry of the review queue.
    ReviewItemId,
    /// One local correction.
    CorrectionId,
    /// Somebody who signs in.
    AccountId,
    /// What a steward decided.
    DecisionId,
    /// A search somebody keeps.
    SavedSearchId,
    /// A list of offices somebody keeps.
    OfficeListId,
    /// 保健師窓口.
    NurseDeskId,
    /// ☆調査.
    SurveyId,
    /// 回: a survey carried out once.
    WaveId,
    /// ☆調査票: one office's sheet in a wave.
    SheetId,
    /// A ☆ set between surveys.
    StatementId,
    /// 会議体.
    ForumId,
    /// A note of a council on a gap.
    GapNoteId,
}
