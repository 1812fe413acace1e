//! Finding or making the organization a listing states.
//!
//! 法人番号 decides. Without it (7 % of the official rows) two statements are one organization only when the folded
//! name is equal, their legal forms do not contradict each other, and the seat has the same address or their offices
//! lie in the same municipality: 「さくら」 is the name of hundreds.

use crate::{
    backend::Tx,
    bulk::{insert_rows, select_in},
    codec::{ORGANIZATION_COLUMNS, OrganizationRow, municipality_number},
    error::Result,
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::{
    fold,
    listing::{Listing, OrganizationRef},
    number::OrganizationNumber,
};
use serde_json::json;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Organizations in memory while an import resolves its listings.
pub(super) struct Resolver {
    rows: Vec<OrganizationRow>,
    stored: HashMap<Uuid, OrganizationRow>,
    by_id: HashMap<Uuid, usize>,
    by_number: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
}

/// What writing the organizations did.
pub(super) struct Written {
    pub new: u64,
    /// Those whose name or reading changed: the search documents of their offices show it.
    pub renamed: Vec<Uuid>,
}

fn name_key(name: &str) -> String {
    let core = fold::core_name(name);
    if core.is_empty() { fold::text(name) } else { core }
}

/// Whether one of the two names has no legal form, or both the same.
fn forms_agree(a: &str, b: &str) -> bool {
    let (a, b) = (fold::text(a), fold::text(b));
    a == b || name_key(&a) == a || name_key(&b) == b
}

fn sorted(keys: HashSet<String>) -> Vec<String> {
    let mut keys: Vec<String> = keys.into_iter().collect();
    keys.sort_unstable();
    keys
}

impl Resolver {
    /// Reads every organization that one of the listings could mean.
    pub async fn load(tx: &mut Tx, listings: impl Iterator<Item = &Listing> + Clone) -> Result<Self> {
        let refs = listings.filter_map(|listing| listing.organization.as_ref());
        let numbers = refs.clone().filter_map(|r| r.number.as_ref()).map(|n| n.as_str().to_owned()).collect();
        let names = refs.map(|r| name_key(&r.name)).filter(|key| !key.is_empty()).collect();
        let (numbers, names): (Vec<String>, Vec<String>) = (sorted(numbers), sorted(names));
        let head = format!("SELECT {ORGANIZATION_COLUMNS} FROM organization WHERE number IN");
        let mut rows = select_in!(tx, OrganizationRow, head.as_str(), numbers, "");
        let head = format!("SELECT {ORGANIZATION_COLUMNS} FROM organization WHERE name_key IN");
        rows.extend(select_in!(tx, OrganizationRow, head.as_str(), names, ""));
        // The oldest first: of several that would do, the same one is found every time.
        rows.sort_by_key(|row| row.id);
        rows.dedup_by_key(|row| row.id);
        let mut resolver = Self {
            stored: rows.iter().map(|row| (row.id, row.clone())).collect(),
            rows: Vec::new(),
            by_id: HashMap::new(),
            by_number: HashMap::new(),
            by_name: HashMap::new(),
        };
        for row in rows {
            resolver.insert(row);
        }
        Ok(resolver)
    }

    fn insert(&mut self, row: OrganizationRow) {
        let index = self.rows.len();
        if let Some(number) = &row.number {
            self.by_number.insert(number.clone(), index);
        }
        self.by_id.insert(row.id, index);
        self.by_name.entry(row.name_key.clone()).or_default().push(index);
        self.rows.push(row);
    }

    /// The organization a listing states, made when there is none; `None` when it states none.
    pub fn resolve(&mut self, listing: &Listing, next_id: impl FnOnce() -> Uuid) -> Option<Uuid> {
        let stated = listing.organization.as_ref()?;
        if stated.name.trim().is_empty() && stated.number.is_none() {
            return None;
        }
        let municipality = municipality_number(listing.municipality);
        if let Some(index) = self.find(stated, municipality) {
            let row = &mut self.rows[index];
            if row.number.is_none()
                && let Some(number) = &stated.number
            {
                row.number = Some(number.as_str().to_owned());
                self.by_number.insert(number.as_str().to_owned(), index);
            }
            fill(row, stated);
            return Some(row.id);
        }
        let name = match (&stated.number, stated.name.trim()) {
            (Some(number), "") => number.as_str().to_owned(),
            (_, name) => name.to_owned(),
        };
        let id = next_id();
        self.insert(OrganizationRow {
            id,
            name_key: name_key(&name),
            name,
            kana: stated.kana.clone(),
            number: stated.number.as_ref().map(|number| number.as_str().to_owned()),
            address_key: stated.address.as_deref().map(fold::address),
            address: stated.address.clone(),
            municipality,
            phone: stated.phone.clone(),
            fax: stated.fax.clone(),
            url: stated.url.clone(),
        });
        Some(id)
    }

    fn find(&self, stated: &OrganizationRef, municipality: Option<i32>) -> Option<usize> {
        let number = stated.number.as_ref().map(OrganizationNumber::as_str);
        if let Some(index) = number.and_then(|number| self.by_number.get(number)) {
            return Some(*index);
        }
        let address = stated.address.as_deref().map(fold::address).filter(|key| !key.is_empty());
        let same_name = || {
            self.by_name.get(&name_key(&stated.name)).into_iter().flatten().copied().filter(|index| {
                let row = &self.rows[*index];
                // Two numbers are two organizations, whatever their names.
                (number.is_none() || row.number.is_none()) && forms_agree(&row.name, &stated.name)
            })
        };
        same_name().find(|index| address.is_some() && self.rows[*index].address_key == address).or_else(
            || same_name().find(|i| municipality.is_some() && self.rows[*i].municipality == municipality),
        )
    }

    /// Follows a listing that changed: a value of its organization that came from the listing as it was becomes what
    /// the listing says now; values that came from elsewhere stay.
    pub fn follow(&mut self, id: Uuid, before: &OrganizationRef, after: &OrganizationRef) {
        let Some(row) = self.by_id.get(&id).map(|index| &mut self.rows[*index]) else { return };
        if before.number == after.number && row.name == before.name && !after.name.trim().is_empty() {
            row.name.clone_from(&after.name);
            row.name_key = name_key(&after.name);
        }
        for (value, old, new) in [
            (&mut row.kana, &before.kana, &after.kana),
            (&mut row.address, &before.address, &after.address),
            (&mut row.phone, &before.phone, &after.phone),
            (&mut row.fax, &before.fax, &after.fax),
            (&mut row.url, &before.url, &after.url),
        ] {
            if value == old && new.is_some() {
                value.clone_from(new);
            }
        }
        row.address_key = row.address.as_deref().map(fold::address);
    }

    /// Writes the organizations that are new or differ from what is stored.
    pub async fn write(&self, write: &mut Write) -> Result<Written> {
        let mut written = Written { new: 0, renamed: Vec::new() };
        let (mut audits, mut touched, mut rows) = (Vec::new(), Vec::new(), Vec::new());
        for row in &self.rows {
            match self.stored.get(&row.id) {
                Some(before) if before == row => continue,
                Some(before) => {
                    if before.name != row.name || before.kana != row.kana {
                        written.renamed.push(row.id);
                    }
                    audits.push(difference(before, row));
                }
                None => written.new += 1,
            }
            touched.push((Entity::Organization, row.id));
            rows.push(row);
        }
        let mut pen = write.pen(Trace::of(audits, touched)).await?;
        insert_rows!(
            pen,
            "INSERT INTO organization (id, name, kana, number, name_key, address, address_key, municipality, phone, \
             fax, url) ",
            11,
            &rows,
            |row, organization| {
                row.push_bind(organization.id)
                    .push_bind(&organization.name)
                    .push_bind(&organization.kana)
                    .push_bind(&organization.number)
                    .push_bind(&organization.name_key)
                    .push_bind(&organization.address)
                    .push_bind(&organization.address_key)
                    .push_bind(organization.municipality)
                    .push_bind(&organization.phone)
                    .push_bind(&organization.fax)
                    .push_bind(&organization.url);
            },
            " ON CONFLICT (id) DO UPDATE SET name = excluded.name, kana = excluded.kana, number = excluded.number, \
             name_key = excluded.name_key, address = excluded.address, address_key = excluded.address_key, \
             phone = excluded.phone, fax = excluded.fax, url = excluded.url"
        );
        Ok(written)
    }
}

/// Fills what is not known from what is stated; nothing known is overwritten, so that the order of rows does not
/// matter for what is stored first.
fn fill(row: &mut OrganizationRow, stated: &OrganizationRef) {
    for (value, new) in [
        (&mut row.kana, &stated.kana),
        (&mut row.address, &stated.address),
        (&mut row.phone, &stated.phone),
        (&mut row.fax, &stated.fax),
        (&mut row.url, &stated.url),
    ] {
        if value.is_none() {
            value.clone_from(new);
        }
    }
    row.address_key = row.address.as_deref().map(fold::address);
}

fn difference(before: &OrganizationRow, after: &OrganizationRow) -> Audit {
    let value = |row: &OrganizationRow| {
        json!({ "name": row.name, "kana": row.kana, "number": row.number, "address": row.address,
                "phone": row.phone, "fax": row.fax, "url": row.url })
    };
    Audit {
        action: "import",
        entity: Entity::Organization,
        id: Some(after.id),
        before: Some(value(before)),
        after: Some(value(after)),
    }
}
