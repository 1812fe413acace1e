//! Saves of sheets, many to a transaction.
//!
//! On the last day of a wave thousands answer at once, each saving after every few strokes. A transaction of its own for
//! each would wait for the disk each time; here whatever has come while the one before was written goes into the next.
//! An answer is acknowledged only after its transaction is committed.

use hoshizu_store::{
    Store, StoreError,
    sheet::{self, Change, Saved},
};
use std::sync::{Arc, OnceLock};
use tokio::sync::{mpsc, oneshot};

/// Saves waiting at most; beyond this, whoever saves waits in line.
const WAITING: usize = 4_096;
/// Saves in one transaction at most: others that write must get their turn.
const TOGETHER: usize = 256;

type Reply = oneshot::Sender<Result<Option<Saved>, Arc<StoreError>>>;

struct Job {
    actor: String,
    change: Change,
    reply: Reply,
}

/// Takes saves; begins to work with the first.
#[derive(Default)]
pub struct SheetWriter(OnceLock<mpsc::Sender<Job>>);

impl SheetWriter {
    /// Saves one sheet and waits until that is lasting. `None`: there is no such sheet.
    ///
    /// # Errors
    /// What the database said; then nothing of this change is saved.
    pub async fn save(
        &self,
        store: &Store,
        actor: String,
        change: Change,
    ) -> Result<Option<Saved>, Arc<StoreError>> {
        let queue = self.0.get_or_init(|| start(store.clone()));
        let (reply, answer) = oneshot::channel();
        let ended = || Arc::new(StoreError::Cancelled);
        if queue.send(Job { actor, change, reply }).await.is_err() {
            return Err(ended());
        }
        answer.await.unwrap_or_else(|_gone| Err(ended()))
    }
}

fn start(store: Store) -> mpsc::Sender<Job> {
    let (sender, mut jobs) = mpsc::channel(WAITING);
    tokio::spawn(async move {
        let mut batch = Vec::with_capacity(TOGETHER);
        while jobs.recv_many(&mut batch, TOGETHER).await > 0 {
            work(&store, std::mem::take(&mut batch)).await;
        }
    });
    sender
}

/// Writes all of them at once; where that fails, each alone, so that one bad save does not take the others with it.
async fn work(store: &Store, batch: Vec<Job>) {
    match together(store, &batch).await {
        Ok(saved) => {
            for (job, saved) in batch.into_iter().zip(saved) {
                // Whoever has gone away does not want to know.
                let _ = job.reply.send(Ok(saved));
            }
        }
        Err(_) => {
            for job in batch {
                let alone = together(store, std::slice::from_ref(&job)).await;
                let _ = job.reply.send(alone.map(|mut saved| saved.pop().flatten()).map_err(Arc::new));
            }
        }
    }
}

async fn together(store: &Store, batch: &[Job]) -> Result<Vec<Option<Saved>>, StoreError> {
    let mut write = store.begin("sheet").await?;
    let mut saved = Vec::with_capacity(batch.len());
    for job in batch {
        write.act_as(&job.actor);
        saved.push(sheet::save(&mut write, &job.change).await?);
    }
    write.commit().await?;
    Ok(saved)
}
