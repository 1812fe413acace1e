//! A fresh store with a clock and ids that tests hold, and listings as small as rules need them.

use hoshizu_catalog::{
    edition::Edition,
    id::{ImportId, OfficeId},
    listing::{Listing, OrganizationRef, Schedule},
    number::{MunicipalityCode, OfficeNumber, OrganizationNumber},
    position::{Placed, Position, Precision},
    progress::Silent,
    taxonomy::ServiceType,
};
use hoshizu_store::{
    Store, StoreError, Tx,
    import::{self, ChangedListing, ImportPlan, ImportRun, NewListing, Outcome, RunState, Target},
    listing,
};
use hoshizu_tests::{
    fixed::{CountingIds, FixedClock},
    postgres,
};
use std::{collections::BTreeMap, sync::Arc};
use tempfile::TempDir;
use time::OffsetDateTime;
use uuid::Uuid;

/// 2026-03-01 09:00 UTC.
pub const START: i64 = 1_772_355_600;

/// A migrated store of its own.
pub struct World {
    pub store: Store,
    _folder: Option<TempDir>,
}

impl World {
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open_sqlite(&folder.path().join("hoshizu.sqlite")).await.unwrap();
        Self::over(store, Some(folder)).await
    }

    pub async fn postgres() -> Option<Self> {
        let store = Store::connect_postgres(&postgres::fresh_database()?).await.unwrap();
        Some(Self::over(store, None).await)
    }

    async fn over(store: Store, folder: Option<TempDir>) -> Self {
        let store = store.with(Arc::new(FixedClock::at(START)), Arc::new(CountingIds::default()));
        store.migrate().await.unwrap();
        Self { store, _folder: folder }
    }

    pub async fn read(&self) -> Tx {
        self.store.read().await.unwrap()
    }

    /// Imports these listings as the whole of a data set, each new one as an office of its own, the way the server
    /// plans it: by key and digest.
    pub async fn import(&self, dataset: &str, edition: &str, listings: &[Listing]) -> Outcome {
        let plan = self.plan(dataset, edition, listings).await;
        import::apply(&self.store, "import", plan, &Silent).await.unwrap()
    }

    pub async fn plan(&self, dataset: &str, edition: &str, listings: &[Listing]) -> ImportPlan {
        let mut tx = self.read().await;
        let mut stored = listing::stored(&mut tx, dataset).await.unwrap();
        let mut plan = self.empty_plan(dataset, edition).await;
        for listing in listings {
            let digest = digest(listing);
            match stored.remove(&listing.key) {
                Some(same) if same.digest == digest => plan.unchanged.push(same.id),
                Some(other) => {
                    plan.changed.push(ChangedListing { service: other.id, listing: listing.clone(), digest });
                }
                None => plan.new.push(NewListing {
                    listing: listing.clone(),
                    digest,
                    target: Target::NewOffice(OfficeId(self.store.next_id())),
                }),
            }
        }
        plan.gone = stored.into_values().filter(|s| s.gone_in.is_none()).map(|s| s.id).collect();
        plan.run.rows = listings.len() as u64;
        plan.run.new = plan.new.len() as u64;
        plan.run.changed = plan.changed.len() as u64;
        plan.run.unchanged = plan.unchanged.len() as u64;
        plan.run.gone = plan.gone.len() as u64;
        plan
    }

    pub async fn empty_plan(&self, dataset: &str, edition: &str) -> ImportPlan {
        let based_on = import::latest(&mut self.read().await).await.unwrap();
        ImportPlan {
            run: self.run(dataset, edition),
            based_on,
            new: Vec::new(),
            changed: Vec::new(),
            unchanged: Vec::new(),
            gone: Vec::new(),
            changes: Vec::new(),
            rejections: Vec::new(),
            reviews: Vec::new(),
        }
    }

    pub fn run(&self, dataset: &str, edition: &str) -> ImportRun {
        ImportRun {
            id: ImportId(self.store.next_id()),
            batch: Uuid::nil(),
            label: format!("{dataset}.csv"),
            kind: "kaigo".to_owned(),
            dataset: dataset.to_owned(),
            edition: Some(Edition::parse(edition).unwrap()),
            rows: 0,
            new: 0,
            changed: 0,
            unchanged: 0,
            gone: 0,
            rejected: 0,
            candidates: 0,
            seconds: 0.0,
            state: RunState::Done,
            started_at: self.store.now(),
            finished_at: OffsetDateTime::UNIX_EPOCH,
            actor: String::new(),
            marks: BTreeMap::new(),
            coverage: Some("whole".to_owned()),
            error: None,
        }
    }

    /// The office a listing belongs to.
    pub async fn office_of(&self, dataset: &str, key: &str) -> OfficeId {
        listing::stored(&mut self.read().await, dataset).await.unwrap()[key].office
    }
}

/// A stand-in for the digest of `ingest`: equal listings, equal digest.
pub fn digest(listing: &Listing) -> [u8; 16] {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    serde_json::to_string(listing).unwrap().hash(&mut hasher);
    let half = hasher.finish().to_be_bytes();
    let mut digest = [0; 16];
    digest[..8].copy_from_slice(&half);
    digest
}

/// A care management office in 枚方市.
pub fn listing(key: &str, name: &str) -> Listing {
    Listing {
        key: key.to_owned(),
        service: ServiceType::from_code("care-430").unwrap(),
        name: name.to_owned(),
        kana: None,
        number: OfficeNumber::parse("2770100001"),
        organization: Some(organization("社会福祉法人星の会", None)),
        municipality: MunicipalityCode::parse("27210").ok(),
        postal_code: Some("5730001".to_owned()),
        address: format!("大阪府枚方市大垣内町2丁目1番{key}号"),
        building: None,
        place: Some(Placed {
            position: Position { lat: 34.8144, lon: 135.6508 },
            precision: Precision::Official,
        }),
        phone: Some("072-841-1221".to_owned()),
        fax: None,
        url: None,
        email: None,
        capacity: None,
        schedule: Schedule::default(),
        kyosei: false,
        remarks: None,
        extra: BTreeMap::default(),
        marks: Vec::new(),
    }
}

pub fn organization(name: &str, number: Option<&str>) -> OrganizationRef {
    OrganizationRef {
        name: name.to_owned(),
        number: number.map(|number| OrganizationNumber::parse(number).unwrap()),
        ..OrganizationRef::default()
    }
}

/// The error of a plan that must not be written.
pub async fn refused(world: &World, plan: ImportPlan) -> StoreError {
    import::apply(&world.store, "import", plan, &Silent).await.unwrap_err()
}
