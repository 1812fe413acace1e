//! Answers already given. Kept only as long as the index and the areas stay the same.

use crate::{Query, answer::Answer};
use lru::LruCache;
use std::{
    collections::hash_map::DefaultHasher,
    hash::{Hash, Hasher},
    num::NonZeroUsize,
    sync::{Arc, Mutex, PoisonError},
};

/// Shards, so that searches on several cores seldom meet at one lock.
const SHARDS: usize = 16;
/// Answers a shard keeps; an answer with 20 cards has about 20 kB, so all of them below 8 MB.
const PER_SHARD: NonZeroUsize = NonZeroUsize::new(24).unwrap();

type Shard = LruCache<String, (u64, Arc<Answer>)>;

/// A bounded cache of answers.
pub(crate) struct Cache {
    shards: Vec<Mutex<Shard>>,
}

impl Default for Cache {
    fn default() -> Self {
        Self { shards: (0..SHARDS).map(|_| Mutex::new(LruCache::new(PER_SHARD))).collect() }
    }
}

impl Cache {
    pub(crate) fn get(&self, generation: u64, query: &Query) -> Option<Arc<Answer>> {
        let key = key(query);
        let mut shard = self.shard(&key).lock().unwrap_or_else(PoisonError::into_inner);
        shard.get(&key).filter(|(then, _)| *then == generation).map(|(_, answer)| answer.clone())
    }

    pub(crate) fn put(&self, generation: u64, query: &Query, answer: &Arc<Answer>) {
        let key = key(query);
        let mut shard = self.shard(&key).lock().unwrap_or_else(PoisonError::into_inner);
        shard.put(key, (generation, answer.clone()));
    }

    pub(crate) fn clear(&self) {
        for shard in &self.shards {
            shard.lock().unwrap_or_else(PoisonError::into_inner).clear();
        }
    }

    fn shard(&self, key: &str) -> &Mutex<Shard> {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        &self.shards[hasher.finish() as usize % SHARDS]
    }
}

/// Floats have no `Hash`; their shortest text is exact.
fn key(query: &Query) -> String {
    format!("{query:?}")
}
