//! 権限: who may do what, and where. The one table of it: the server asks it, a page prints it, the tests go through it
//! cell by cell.

use crate::id::OfficeId;
use serde::{Deserialize, Serialize};

/// What somebody is, for the area or office of a [`Grant`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 閲覧者: anybody, signed in or not.
    Visitor,
    /// 事業所の職員: keeps its office's entry true and answers for it.
    Member,
    /// 調査担当: keeps surveys of an area.
    Keeper,
    /// 協議会: reads ties and gaps of its area.
    Council,
    /// 管理担当 (municipality or its contractor): moderates and imports.
    Steward,
    /// システム管理者: accounts and settings of the installation.
    Administrator,
}

impl Role {
    /// Every role, in the order of the table's columns.
    pub const ALL: [Self; 6] =
        [Self::Visitor, Self::Member, Self::Keeper, Self::Council, Self::Steward, Self::Administrator];

    /// The identifier used in the API and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Member => "member",
            Self::Keeper => "keeper",
            Self::Council => "council",
            Self::Steward => "steward",
            Self::Administrator => "administrator",
        }
    }

    /// The role with this identifier.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether whoever holds `other` can do everything this role can, as far as this role can.
    pub fn is_within(self, other: Self) -> bool {
        Action::ALL.iter().all(|action| action.reach(self) <= action.reach(other))
    }

    /// Whether the role can be held there: a member belongs to an office, an administrator to the installation, the
    /// others to an area or to the installation. Everybody is a visitor without being made one.
    pub fn fits(self, scope: &Scope) -> bool {
        match self {
            Self::Visitor => false,
            Self::Member => matches!(scope, Scope::Office(_)),
            Self::Keeper | Self::Council | Self::Steward => !matches!(scope, Scope::Office(_)),
            Self::Administrator => *scope == Scope::Everywhere,
        }
    }

    /// Whether this role may act only after a second factor.
    pub fn needs_second_factor(self) -> bool {
        matches!(self, Self::Steward | Self::Administrator)
    }
}

/// Where a role holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "of")]
pub enum Scope {
    /// One office.
    Office(OfficeId),
    /// An area by its code, with everything inside it.
    Area(String),
    /// The whole installation.
    Everywhere,
}

/// A role somebody holds, and where.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Grant {
    /// What.
    pub role: Role,
    /// Where.
    pub scope: Scope,
}

/// What an action is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target<'a> {
    /// An office with the codes of every area it lies in.
    Office(OfficeId, &'a [String]),
    /// An area: its code and the codes of every area above it.
    Area(&'a [String]),
    /// The installation as a whole, or what has no place.
    Installation,
}

impl Scope {
    /// Whether the target lies inside.
    pub fn covers(&self, target: Target<'_>) -> bool {
        match (self, target) {
            (Self::Everywhere, _) => true,
            (Self::Office(own), Target::Office(id, _)) => *own == id,
            (Self::Area(own), Target::Office(_, areas) | Target::Area(areas)) => areas.contains(own),
            _ => false,
        }
    }
}

/// How far a role may do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Not at all.
    Never,
    /// To what the scope of its grant covers.
    Own,
    /// To anything.
    Any,
}

macro_rules! table {
    ($( $(#[$doc:meta])* $action:ident $code:literal : $visitor:ident $member:ident $keeper:ident $council:ident
        $steward:ident $administrator:ident; )+) => {
        /// What can be done.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Action { $( $(#[$doc])* $action, )+ }

        impl Action {
            /// Every action, in the order of the table's rows.
            pub const ALL: &'static [Self] = &[$(Self::$action),+];

            /// The identifier used in the API and in translations.
            pub fn code(self) -> &'static str {
                match self { $(Self::$action => $code,)+ }
            }

            /// How far a role may do this.
            pub fn reach(self, role: Role) -> Reach {
                let row = match self {
                    $(Self::$action => [Reach::$visitor, Reach::$member, Reach::$keeper, Reach::$council,
                        Reach::$steward, Reach::$administrator],)+
                };
                row[role as usize]
            }
        }
    };
}

// Columns: visitor, member, keeper, council, steward, administrator.
table! {
    /// See whether the installation is alive, what it holds, who is asking; sign in.
    UsePage "use_page":                     Any Any Any Any Any Any;
    /// Search and read the directory, the map, the nurse desks. `--public nothing` closes it to visitors.
    ReadDirectory "read_directory":         Any Any Any Any Any Any;
    /// Suggest a correction. Closed to visitors with the directory.
    SuggestCorrection "suggest_correction": Any Any Any Any Any Any;
    /// Read direct contacts of liaison persons and remarks for professionals.
    ReadContacts "read_contacts":           Never Any Any Any Any Any;
    /// Own password, sessions, second factor, lists and saved searches.
    UseAccount "use_account":               Never Any Any Any Any Any;
    /// Say that an entry is still right, or that the office has closed.
    ConfirmOffice "confirm_office":         Never Own Never Never Own Any;
    /// Write ordinary fields of an entry: contacts, strengths, availability, days, remarks.
    EditOffice "edit_office":               Never Own Never Never Own Any;
    /// Write official keys: name, number, organization, address, position.
    EditOfficial "edit_official":           Never Never Never Never Own Any;
    /// Read who changed an entry, when and how.
    ReadHistory "read_history":             Never Own Never Never Own Any;
    /// Read what is due for checking, and print reminders.
    ReadDue "read_due":                     Never Never Never Never Own Any;
    /// Decide suggestions, match candidates, conflicts, duplicates; restore; merge and split.
    Moderate "moderate":                    Never Never Never Never Own Any;
    /// Write nurse desks of the own area.
    EditNurseDesks "edit_nurse_desks":      Never Never Never Never Own Any;
    /// Import files. They speak of everywhere, so only a scope of the whole installation will do.
    Import "import":                        Never Never Never Never Own Any;
    /// Make, invite, reset and close accounts, and grant roles inside the own area.
    ManageAccounts "manage_accounts":       Never Never Never Never Own Any;
    /// Terms, shelf lives and other settings of the installation.
    ManageSettings "manage_settings":       Never Never Never Never Never Any;
    /// Answer a ☆ sheet whose code one holds, and read what it comes to. The code is the right, see `http::sheets`.
    AnswerSheet "answer_sheet":             Any Any Any Any Any Any;
    /// Make surveys and waves, read all of their answers, enter paper, export.
    KeepSurveys "keep_surveys":             Never Never Own Never Own Any;
    /// Read ties both sides have reported, and counts of the others. For a member: where its office lies.
    ReadTies "read_ties":                   Never Own Own Own Own Any;
    /// Set and take back a ☆ of an office between surveys, and answer for it.
    StateTies "state_ties":                 Never Own Never Never Own Any;
    /// Write forums of the own area and who sits in them.
    KeepForums "keep_forums":               Never Never Own Own Own Any;
    /// Read the matrix of gaps of the own area, with its notes.
    ReadGaps "read_gaps":                   Never Never Own Own Own Any;
    /// Note and decide on gaps of the own area.
    KeepGapNotes "keep_gap_notes":          Never Never Never Own Own Any;
    /// Read and export the audit log.
    ReadAudit "read_audit":                 Never Never Never Never Never Any;
}

/// Whether somebody with these grants may do this to the target. Everybody is a visitor as well.
pub fn allows(grants: &[Grant], action: Action, target: Target<'_>) -> bool {
    action.reach(Role::Visitor) == Reach::Any
        || grants.iter().any(|grant| match action.reach(grant.role) {
            Reach::Never => false,
            Reach::Own => grant.scope.covers(target),
            Reach::Any => true,
        })
}

/// Whether somebody with these grants may give this role for this target, or take it away. Nobody hands on a role that
/// can do more than the one by which they manage accounts, nor a place outside of theirs.
pub fn may_hand_on(own: &[Grant], role: Role, target: Target<'_>) -> bool {
    own.iter().any(|grant| {
        role.is_within(grant.role)
            && match Action::ManageAccounts.reach(grant.role) {
                Reach::Never => false,
                Reach::Own => grant.scope.covers(target),
                Reach::Any => true,
            }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn grant(role: Role, scope: Scope) -> Vec<Grant> {
        vec![Grant { role, scope }]
    }

    #[test]
    fn a_member_edits_its_own_office_and_no_other() {
        let (own, other) = (OfficeId(Uuid::from_u128(1)), OfficeId(Uuid::from_u128(2)));
        let areas = ["48201".to_owned()];
        let grants = grant(Role::Member, Scope::Office(own));
        assert!(allows(&grants, Action::EditOffice, Target::Office(own, &areas)));
        assert!(!allows(&grants, Action::EditOffice, Target::Office(other, &areas)));
        assert!(!allows(&grants, Action::EditOfficial, Target::Office(own, &areas)));
        assert!(!allows(&grants, Action::Moderate, Target::Area(&areas)));
    }

    #[test]
    fn a_steward_of_an_area_moderates_inside_it_and_imports_nothing() {
        let grants = grant(Role::Steward, Scope::Area("48201".to_owned()));
        let (inside, outside) =
            (["48".to_owned(), "48201".to_owned()], ["48".to_owned(), "48202".to_owned()]);
        let office = OfficeId(Uuid::from_u128(1));
        assert!(allows(&grants, Action::Moderate, Target::Office(office, &inside)));
        assert!(!allows(&grants, Action::Moderate, Target::Office(office, &outside)));
        assert!(!allows(&grants, Action::Import, Target::Installation));
        assert!(allows(&grant(Role::Steward, Scope::Everywhere), Action::Import, Target::Installation));
    }

    #[test]
    fn nobody_has_less_than_a_visitor_and_an_administrator_has_all() {
        for action in Action::ALL {
            assert_eq!(action.reach(Role::Administrator), Reach::Any, "{action:?}");
            if action.reach(Role::Visitor) == Reach::Any {
                assert!(allows(&[], *action, Target::Installation));
            }
        }
    }

    #[test]
    fn nobody_hands_on_more_than_they_hold() {
        let steward = grant(Role::Steward, Scope::Area("48201".to_owned()));
        let (inside, outside) =
            (["48".to_owned(), "48201".to_owned()], ["48".to_owned(), "48202".to_owned()]);
        let office = OfficeId(Uuid::from_u128(1));
        assert!(may_hand_on(&steward, Role::Member, Target::Office(office, &inside)));
        assert!(may_hand_on(&steward, Role::Steward, Target::Area(&inside)));
        assert!(!may_hand_on(&steward, Role::Member, Target::Office(office, &outside)));
        assert!(!may_hand_on(&steward, Role::Steward, Target::Area(&inside[..1])), "the area around it");
        assert!(!may_hand_on(&steward, Role::Keeper, Target::Installation));
        assert!(!may_hand_on(&steward, Role::Administrator, Target::Area(&inside)));
        let council = grant(Role::Council, Scope::Everywhere);
        assert!(!may_hand_on(&council, Role::Council, Target::Area(&inside)), "it manages no accounts");
        let administrator = grant(Role::Administrator, Scope::Everywhere);
        assert!(may_hand_on(&administrator, Role::Administrator, Target::Installation));
    }

    #[test]
    fn codes_are_those_of_serde() {
        for action in Action::ALL {
            assert_eq!(serde_json::to_string(action).unwrap(), format!("\"{}\"", action.code()));
        }
        for role in Role::ALL {
            assert_eq!(Role::from_code(role.code()), Some(role));
        }
    }
}
