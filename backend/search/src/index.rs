//! The index on disk: opening, following the database, rebuilding.

use crate::{
    Error, Result,
    columns::writer::ColumnsPlugin,
    document::Document,
    places::Places,
    schema::{self, Fields},
    search::cache::Cache,
    snapshot::Snapshot,
};
use arc_swap::ArcSwap;
use hoshizu_catalog::progress::Progress;
use std::{
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tantivy::{
    IndexReader, IndexWriter, ReloadPolicy, TantivyError,
    directory::{Directory, MmapDirectory, RamDirectory, error::LockError},
    indexer::{LogMergePolicy, NoMergePolicy},
};
use uuid::Uuid;

/// Documents between two looks at the progress.
const PROGRESS_STEP: u64 = 1_000;
/// Memory a writing thread fills before it writes a segment: rebuilding, following.
const REBUILD_MEMORY: usize = 48 << 20;
const APPLY_MEMORY: usize = 16 << 20;
/// Threads that write on a rebuild.
const REBUILD_THREADS: usize = 2;

/// The search index. Share it by `Arc`; searches run in parallel and never wait for a writer.
pub struct Index {
    pub(crate) inner: tantivy::Index,
    pub(crate) fields: Fields,
    reader: IndexReader,
    pub(crate) snapshot: ArcSwap<Snapshot>,
    pub(crate) places: ArcSwap<Places>,
    pub(crate) cache: Cache,
    /// One writer at a time in this process; the directory's lock keeps other processes out.
    writing: Mutex<()>,
}

impl Index {
    /// Opens the index in a folder, creating it when there is none. An index of an older layout is replaced by an
    /// empty one; [`Index::is_empty`] and [`Index::sequence`] 0 then call for a rebuild.
    pub fn open(dir: &Path) -> Result<Self> {
        std::fs::create_dir_all(dir)?;
        match Self::in_directory(MmapDirectory::open(dir).map_err(TantivyError::from)?) {
            Ok(index) => Ok(index),
            Err(Error::Tantivy(TantivyError::SchemaError(_)) | Error::Damaged(_)) => {
                remove_contents(dir)?;
                Self::in_directory(MmapDirectory::open(dir).map_err(TantivyError::from)?)
            }
            Err(error) => Err(error),
        }
    }

    /// An index that lives in memory only.
    pub fn in_memory() -> Result<Self> {
        Self::in_directory(RamDirectory::create())
    }

    fn in_directory(directory: impl Into<Box<dyn Directory>>) -> Result<Self> {
        let (schema, fields) = schema::schema();
        let inner = tantivy::Index::builder()
            .schema(schema)
            .settings(schema::settings())
            .tokenizers(schema::tokenizers())
            .register_plugin(Arc::new(ColumnsPlugin { fields }))
            .open_or_create(directory)?;
        let reader = inner.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let snapshot = Arc::new(newest(&inner, &reader, fields, None)?);
        warm_beside(&snapshot);
        Ok(Self {
            inner,
            fields,
            reader,
            snapshot: ArcSwap::new(snapshot),
            places: ArcSwap::from_pointee(Places::default()),
            cache: Cache::default(),
            writing: Mutex::new(()),
        })
    }

    /// Sets the areas that words of a query may name. Takes effect with the next search.
    pub fn set_places(&self, places: Places) {
        self.places.store(Arc::new(places));
        self.cache.clear();
    }

    /// Outbox sequence up to which the index holds the database's state.
    pub fn sequence(&self) -> i64 {
        self.snapshot.load().sequence
    }

    /// Changes whenever what searches see changes.
    pub fn generation(&self) -> u64 {
        self.snapshot.load().generation
    }

    /// Offices in the index.
    pub fn len(&self) -> u64 {
        self.snapshot.load().len()
    }

    /// Whether the index holds no office.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Replaces everything. Searches see the old content until the new is complete; an error or a stop leaves the old.
    pub fn rebuild(
        &self,
        documents: impl Iterator<Item = Document>,
        sequence: i64,
        progress: &dyn Progress,
    ) -> Result<u64> {
        let _guard = self.lock();
        let mut writer = self.writer(REBUILD_THREADS, REBUILD_MEMORY)?;
        writer.set_merge_policy(Box::new(NoMergePolicy));
        progress.phase("index", documents.size_hint().1.unwrap_or(0) as u64);
        writer.delete_all_documents()?;
        let mut count = 0;
        for document in documents {
            if count % PROGRESS_STEP == 0 {
                progress.advance(count);
                if progress.is_cancelled() {
                    writer.rollback()?;
                    return Err(Error::Cancelled);
                }
            }
            writer.add_document(schema::tantivy_document(&self.fields, &document))?;
            count += 1;
        }
        progress.advance(count);
        commit(&mut writer, sequence)?;
        self.merge_all(&mut writer)?;
        writer.wait_merging_threads()?;
        self.reload()?;
        Ok(count)
    }

    /// One segment answers fastest: term look-ups and page assembly are paid once.
    fn merge_all(&self, writer: &mut IndexWriter) -> Result<()> {
        let segments = self.inner.searchable_segment_ids()?;
        if segments.len() > 1 {
            writer.merge(&segments).wait()?;
        }
        writer.garbage_collect_files().wait()?;
        Ok(())
    }

    /// Brings in changed offices and takes out deleted ones. Searches see them when this returns.
    #[expect(clippy::needless_pass_by_value, reason = "the caller is done with the documents")]
    pub fn apply(&self, upserts: Vec<Document>, deletes: &[Uuid], sequence: i64) -> Result<()> {
        let _guard = self.lock();
        let mut writer = self.writer(1, APPLY_MEMORY)?;
        let mut policy = LogMergePolicy::default();
        policy.set_min_num_segments(4);
        policy.set_del_docs_ratio_before_merge(0.3);
        writer.set_merge_policy(Box::new(policy));
        for id in deletes.iter().copied().chain(upserts.iter().map(|document| document.id)) {
            writer.delete_term(schema::id_term(&self.fields, id));
        }
        for document in &upserts {
            writer.add_document(schema::tantivy_document(&self.fields, document))?;
        }
        commit(&mut writer, sequence)?;
        // What was committed is shown first; merging small segments may take longer.
        self.reload()?;
        writer.wait_merging_threads()?;
        self.reload()
    }

    /// Shows what another process has committed. Returns whether anything changed.
    pub fn refresh(&self) -> Result<bool> {
        let shown = shown_by(&self.snapshot.load().searcher);
        let sequence = sequence_of(&self.inner)?;
        if same_members(&listed(&self.inner)?, &shown) && sequence == self.sequence() {
            return Ok(false);
        }
        let _guard = self.lock();
        self.reload()?;
        Ok(true)
    }

    fn reload(&self) -> Result<()> {
        let previous = self.snapshot.load_full();
        let snapshot = Arc::new(newest(&self.inner, &self.reader, self.fields, Some(&previous))?);
        self.snapshot.store(snapshot.clone());
        self.cache.clear();
        warm_beside(&snapshot);
        Ok(())
    }

    fn writer(&self, threads: usize, memory: usize) -> Result<IndexWriter> {
        match self.inner.writer_with_num_threads(threads, threads * memory) {
            Ok(writer) => Ok(writer),
            Err(TantivyError::LockFailure(LockError::LockBusy, _)) => Err(Error::Busy),
            Err(error) => Err(error.into()),
        }
    }

    fn lock(&self) -> MutexGuard<'_, ()> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The newest state on disk. A merge, ours or another process's, may take a segment's columns away before they are
/// opened; its segments then stand no longer in the list, and the list is read anew.
fn newest(
    index: &tantivy::Index,
    reader: &IndexReader,
    fields: Fields,
    previous: Option<&Snapshot>,
) -> Result<Snapshot> {
    loop {
        reader.reload()?;
        let searcher = reader.searcher();
        let shown = shown_by(&searcher);
        match Snapshot::open(searcher, fields, sequence_of(index)?, previous) {
            Err(error) if error.is_of_a_lost_file() && !same_members(&listed(index)?, &shown) => {}
            other => return other,
        }
    }
}

/// Frequent words are worked out beside, on a thread of their own; searches need not wait for them.
fn warm_beside(snapshot: &Arc<Snapshot>) {
    let snapshot = snapshot.clone();
    std::thread::spawn(move || crate::warm::warm(&snapshot));
}

type SegmentState = (tantivy::index::SegmentId, Option<tantivy::Opstamp>);

fn listed(index: &tantivy::Index) -> Result<Vec<SegmentState>> {
    let metas = index.searchable_segment_metas()?;
    Ok(metas.iter().map(|meta| (meta.id(), meta.delete_opstamp())).collect())
}

fn shown_by(searcher: &tantivy::Searcher) -> Vec<SegmentState> {
    let readers = searcher.segment_readers().iter();
    readers.map(|reader| (reader.segment_id(), reader.delete_opstamp())).collect()
}

fn same_members(a: &[SegmentState], b: &[SegmentState]) -> bool {
    a.len() == b.len() && a.iter().all(|state| b.contains(state))
}

fn commit(writer: &mut IndexWriter, sequence: i64) -> Result<()> {
    let mut prepared = writer.prepare_commit()?;
    prepared.set_payload(&sequence.to_string());
    prepared.commit()?;
    Ok(())
}

fn sequence_of(index: &tantivy::Index) -> Result<i64> {
    Ok(index.load_metas()?.payload.and_then(|payload| payload.parse().ok()).unwrap_or(0))
}

/// Removes the files of an index of another layout. Only files: an index has no folders.
fn remove_contents(dir: &Path) -> Result<()> {
    for entry in std::fs::read_dir(dir)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use hoshizu_catalog::progress::Silent;

    #[test]
    fn a_state_merged_away_before_its_columns_were_opened_is_no_damage_and_is_read_anew() {
        let dir = tempfile::tempdir().expect("folder");
        let index = Index::open(dir.path()).expect("index");
        let document = Document { name: "ひまわり園".into(), ..Document::default() };
        index.rebuild(std::iter::once(document.clone()), 1, &Silent).expect("first");
        let behind =
            index.inner.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().expect("reader");
        let reader: &IndexReader = &behind;
        index.rebuild(std::iter::once(document), 2, &Silent).expect("second");
        let late = Snapshot::open(reader.searcher(), index.fields, 1, None).err().expect("columns are gone");
        assert!(late.is_of_a_lost_file(), "{late}");
        assert!(!same_members(&listed(&index.inner).expect("list"), &shown_by(&reader.searcher())));
        let snapshot = newest(&index.inner, reader, index.fields, None).expect("read anew");
        assert_eq!((snapshot.len(), snapshot.sequence), (1, 2));
    }
}
