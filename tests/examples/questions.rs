//! Asks of neighbours in the order of their ids whether they are one office, so that browser tests have a queue of
//! known length: `questions DATA_DIR COUNT`.

use hoshizu_store::{
    Store, identity,
    review::{self, Question},
};
use std::{error::Error, path::Path};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, count] = arguments.as_slice() else { return Err("questions DATA_DIR COUNT".into()) };
    let count: u32 = count.parse()?;
    let store = Store::open_sqlite(&Path::new(folder).join("hoshizu.sqlite")).await?;
    let offices = identity::batch(&mut store.read().await?, None, count * 2).await?;
    let pairs: Vec<Question> = offices
        .chunks_exact(2)
        .map(|two| {
            let fields = vec!["phone".to_owned()];
            Question::of_pair("duplicate", [two[0].office, two[1].office], fields, Vec::new())
        })
        .collect();
    let mut write = store.begin("test").await?;
    review::ask_about_pairs(&mut write, &pairs).await?;
    write.commit().await?;
    Ok(())
}
