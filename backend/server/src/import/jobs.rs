//! Imports begun from the page: examined in the background, confirmed by a person, followed and stopped while they run.

use crate::{
    app::App,
    clock::rfc3339,
    import::{
        Examined, FileReport, Importer, Options, Refusal,
        report::{changes, mark_counts, rejections},
        run::{Contents, coverage_code},
    },
    source,
    view::import::{FileProblem, ImportFileView, ImportState, ImportView},
};
use hoshizu_catalog::{listing::Rejection, progress::Progress};
use hoshizu_ingest::SourceFile;
use hoshizu_store::import::Change;
use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};
use tokio::sync::{Notify, Semaphore};
use uuid::Uuid;

/// Finished imports kept in memory for the page; older ones are found among the runs of the database.
const KEPT: usize = 20;

/// Every import of this run of the server.
pub struct Jobs {
    /// Folder for uploaded files; emptied when the server starts.
    pub uploads: PathBuf,
    all: Mutex<HashMap<Uuid, Arc<Job>>>,
    written: Notify,
    /// One import writes at a time; the others wait with their preview.
    turn: Semaphore,
    index_progress: Arc<Meter>,
}

/// One import.
pub struct Job {
    id: Uuid,
    created_at: String,
    meter: Arc<Meter>,
    state: Mutex<State>,
}

struct State {
    phase: ImportState,
    files: Vec<File>,
}

struct File {
    source: SourceFile,
    options: Options,
    view: ImportFileView,
    rejected: Vec<Rejection>,
    changes: Vec<Change>,
}

/// Progress that can be read from outside.
#[derive(Default)]
pub struct Meter {
    phase: Mutex<&'static str>,
    total: AtomicU64,
    done: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress for Meter {
    fn phase(&self, name: &'static str, total: u64) {
        *lock(&self.phase) = name;
        self.total.store(total, Ordering::Relaxed);
        self.done.store(0, Ordering::Relaxed);
    }
    fn advance(&self, done: u64) {
        self.done.fetch_add(done, Ordering::Relaxed);
    }
    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Jobs {
    /// No imports yet; what an earlier run of the server left in the folder is removed.
    pub fn new(uploads: PathBuf) -> Self {
        if let Err(error) = std::fs::remove_dir_all(&uploads)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::warn!(%error, folder = %uploads.display(), "old uploads could not be removed");
        }
        Self {
            uploads,
            all: Mutex::default(),
            written: Notify::new(),
            turn: Semaphore::new(1),
            index_progress: Arc::default(),
        }
    }

    /// Ends when an import has written something.
    pub async fn written(&self) {
        self.written.notified().await;
    }

    /// Progress of the index, shared by all imports.
    pub fn index_progress(&self) -> Arc<dyn Progress> {
        Arc::clone(&self.index_progress) as Arc<dyn Progress>
    }

    /// Asks all work to stop.
    pub fn stop_all(&self) {
        for job in lock(&self.all).values() {
            job.meter.cancelled.store(true, Ordering::Relaxed);
        }
        self.index_progress.cancelled.store(true, Ordering::Relaxed);
    }

    /// The import with this id.
    pub fn find(&self, id: Uuid) -> Option<Arc<Job>> {
        lock(&self.all).get(&id).cloned()
    }

    /// All imports of this run, newest first.
    pub fn list(&self) -> Vec<ImportView> {
        let mut views: Vec<ImportView> = lock(&self.all).values().map(|job| job.view()).collect();
        views.sort_by_key(|view| std::cmp::Reverse(view.id));
        views
    }

    /// Begins to examine files.
    pub fn start(&self, app: &App, id: Uuid, files: Vec<SourceFile>) {
        let files = files.into_iter().enumerate().map(|(index, source)| File::new(index, source)).collect();
        let job = Arc::new(Job {
            id,
            created_at: rfc3339(app.store.now()),
            meter: Arc::default(),
            state: Mutex::new(State { phase: ImportState::Reading, files }),
        });
        let mut jobs = lock(&self.all);
        let mut over: Vec<Uuid> = jobs.iter().filter(|(_, job)| job.is_over()).map(|(id, _)| *id).collect();
        over.sort_unstable();
        for id in over.iter().rev().skip(KEPT) {
            jobs.remove(id);
        }
        jobs.insert(id, Arc::clone(&job));
        tokio::spawn(examine_all(app.clone(), job));
    }
}

impl File {
    fn new(index: usize, source: SourceFile) -> Self {
        let view = ImportFileView {
            index,
            file: source.label.clone(),
            kind: "unknown".into(),
            ..Default::default()
        };
        Self { source, options: Options::default(), view, rejected: Vec::new(), changes: Vec::new() }
    }

    fn preview(&mut self, examined: &Examined) {
        let recognition = &examined.recognition;
        let before = std::mem::take(&mut self.view);
        let mut view = ImportFileView {
            index: before.index,
            skip: before.skip,
            file: before.file,
            kind: recognition.kind.code().to_owned(),
            dataset: Some(examined.dataset.clone()),
            label: Some(source::label(&examined.dataset)),
            edition: Some(examined.edition.to_string()),
            edition_from: Some(source::code_of(&recognition.edition_from)),
            encoding: Some(recognition.encoding.to_owned()),
            columns: recognition.columns.clone(),
            sample: recognition.sample.clone(),
            mapping: recognition.mapping.as_ref().and_then(|mapping| serde_json::to_value(mapping).ok()),
            rows: examined.rows,
            rejected: examined.rejected.len() as u64,
            marks: mark_counts(&examined.marks),
            rejections: rejections(&examined.rejected),
            ..ImportFileView::default()
        };
        match &examined.contents {
            Contents::Listings(found, _) => {
                (view.new, view.changed, view.unchanged) =
                    (found.rows.new, found.rows.changed, found.rows.unchanged);
                view.gone = found.gone.len() as u64;
                view.coverage = Some(coverage_code(found.coverage).to_owned());
                view.changes = changes(&found.changes);
                self.changes.clone_from(&found.changes);
            }
            Contents::Reference(parsed) => view.new = parsed.accepted(),
        }
        view.imported = view.new + view.changed;
        self.rejected.clone_from(&examined.rejected);
        self.view = view;
    }

    fn finished(&mut self, report: &FileReport) {
        let view = &mut self.view;
        (view.rows, view.imported, view.unchanged) = (report.rows, report.imported, report.unchanged);
        (view.new, view.changed, view.gone) = (report.new, report.changed, report.gone);
        (view.rejected, view.candidates, view.seconds) = (report.rejected, report.candidates, report.seconds);
        view.coverage = Some(report.coverage.clone());
    }

    fn refused(&mut self, refusal: Refusal) {
        let Refusal { code, detail, remedy } = refusal;
        self.view.error = Some(FileProblem { code: code.to_owned(), detail, remedy });
    }
}

impl Job {
    /// The import as the page follows it.
    pub fn view(&self) -> ImportView {
        let state = lock(&self.state);
        ImportView {
            id: self.id,
            state: state.phase,
            phase: (*lock(&self.meter.phase)).to_owned(),
            done: self.meter.done.load(Ordering::Relaxed),
            total: self.meter.total.load(Ordering::Relaxed),
            created_at: self.created_at.clone(),
            files: state.files.iter().map(|file| file.view.clone()).collect(),
        }
    }

    fn is_over(&self) -> bool {
        matches!(lock(&self.state).phase, ImportState::Done | ImportState::Failed | ImportState::Stopped)
    }

    /// Refused rows of every file, with the file's name.
    pub fn rejections(&self) -> Vec<(String, Vec<Rejection>)> {
        lock(&self.state).files.iter().map(|file| (file.view.file.clone(), file.rejected.clone())).collect()
    }

    /// What would change or has changed in every file.
    pub fn changes(&self) -> Vec<(String, Vec<Change>)> {
        lock(&self.state).files.iter().map(|file| (file.view.file.clone(), file.changes.clone())).collect()
    }

    /// Asks the work to stop; an import that waits for confirmation is dropped.
    pub fn stop(&self) {
        self.meter.cancelled.store(true, Ordering::Relaxed);
        let mut state = lock(&self.state);
        if state.phase == ImportState::Ready {
            state.phase = ImportState::Stopped;
        }
    }

    /// Changes how one file is read and examines it again. `false` when the import is not waiting or has no such file.
    pub fn reread(self: &Arc<Self>, app: &App, index: usize, options: Options) -> bool {
        let mut state = lock(&self.state);
        if state.phase != ImportState::Ready || index >= state.files.len() {
            return false;
        }
        state.files[index].options = options;
        state.phase = ImportState::Reading;
        drop(state);
        tokio::spawn(examine_all(app.clone(), Arc::clone(self)));
        true
    }

    /// Writes the files that are not left out, in the name of `actor`. `false` when the import is not waiting for it.
    pub fn confirm(self: &Arc<Self>, app: &App, skip: &[usize], actor: String) -> bool {
        let mut state = lock(&self.state);
        if state.phase != ImportState::Ready {
            return false;
        }
        state.phase = ImportState::Running;
        for file in &mut state.files {
            file.view.skip = skip.contains(&file.view.index);
        }
        drop(state);
        tokio::spawn(apply_all(app.clone(), Arc::clone(self), actor));
        true
    }

    fn sources(&self) -> Vec<(usize, SourceFile, Options)> {
        let state = lock(&self.state);
        let wanted = state.files.iter().filter(|file| !file.view.skip);
        wanted.map(|file| (file.view.index, file.source.clone(), file.options.clone())).collect()
    }

    fn update(&self, index: usize, change: impl FnOnce(&mut File)) {
        if let Some(file) = lock(&self.state).files.get_mut(index) {
            change(file);
        }
    }

    fn end(&self, app: &App, phase: ImportState) {
        lock(&self.state).phase = phase;
        if phase != ImportState::Ready {
            let _ = std::fs::remove_dir_all(app.jobs.uploads.join(self.id.to_string()));
        }
    }
}

async fn examine_all(app: App, job: Arc<Job>) {
    let meter = Arc::clone(&job.meter);
    // Looking writes nothing; in whose name it is written is known when somebody confirms.
    let mut importer = match Importer::new(app.store.clone(), "preview", job.id).await {
        Ok(importer) => importer,
        Err(error) => {
            job.update(0, |file| file.refused(error.into()));
            return job.end(&app, ImportState::Failed);
        }
    };
    for (index, source, options) in job.sources() {
        match importer.examine(&source, &options, meter.as_ref()).await {
            Ok(examined) => job.update(index, |file| file.preview(&examined)),
            Err(refusal) if refusal.is_stop() => return job.end(&app, ImportState::Stopped),
            Err(refusal) => {
                let headers = importer.recognise(&source, &Options::default()).ok();
                job.update(index, |file| {
                    if let Some(seen) = headers {
                        (file.view.columns, file.view.sample) = (seen.columns, seen.sample);
                    }
                    file.refused(refusal);
                });
            }
        }
    }
    job.end(&app, ImportState::Ready);
}

async fn apply_all(app: App, job: Arc<Job>, actor: String) {
    let Ok(_turn) = app.jobs.turn.acquire().await else { return };
    let ended = match Importer::new(app.store.clone(), &actor, job.id).await {
        Ok(importer) => apply_files(&app, &job, importer).await,
        Err(error) => {
            job.update(0, |file| file.refused(error.into()));
            ImportState::Failed
        }
    };
    job.meter.phase("index", 0);
    app.jobs.written.notify_one();
    wait_for_index(&app).await;
    job.end(&app, ended);
}

async fn apply_files(app: &App, job: &Arc<Job>, mut importer: Importer) -> ImportState {
    let meter = Arc::clone(&job.meter);
    let mut ended = ImportState::Done;
    for (index, source, options) in job.sources() {
        let examined = importer.examine(&source, &options, meter.as_ref()).await;
        let applied = match examined {
            Ok(examined) => {
                job.update(index, |file| file.preview(&examined));
                importer.apply(examined, meter.as_ref()).await
            }
            Err(refusal) => Err(refusal),
        };
        match applied {
            Ok(report) => job.update(index, |file| file.finished(&report)),
            Err(refusal) => {
                let stop = refusal.is_stop();
                job.update(index, |file| file.refused(refusal));
                if stop {
                    return ImportState::Stopped;
                }
                ended = ImportState::Failed;
            }
        }
        app.jobs.written.notify_one();
    }
    ended
}

/// What was imported should be found when the page says "done"; an index that is slow must not hold it up for ever.
async fn wait_for_index(app: &App) {
    for _ in 0..600 {
        let Ok(mut tx) = app.store.read().await else { return };
        let head = hoshizu_store::outbox::head(&mut tx).await.unwrap_or(0);
        if app.index.sequence() >= head {
            return;
        }
        drop(tx);
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
}
