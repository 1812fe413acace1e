//! Insured medical institutions: code, institution number, name, postal code, address; no header, no telephone, no
//! position. The file covers 医科 only; what stands in it is told by the name.

use super::{
    Table,
    columns::{Columns, Field},
    listing::{Otherwise, Plan, read_all},
};
use crate::{Batch, Gazetteer, ReadError, header::Header, table::Row};
use hoshizu_catalog::{listing::Listing, progress::Progress, system::System};
use std::{borrow::Cow, collections::BTreeMap};

/// Whether these are rows of the file: 9 digits that end in the 7 digits beside them.
pub(crate) fn is_like(rows: &[Row<'_>]) -> bool {
    let digits = |cell: &str, count: usize| cell.len() == count && cell.bytes().all(|b| b.is_ascii_digit());
    let fits = |row: &&Row<'_>| {
        row.cells.len() == 5
            && digits(&row.cells[0], 9)
            && digits(&row.cells[1], 7)
            && row.cells[0].ends_with(&*row.cells[1])
    };
    !rows.is_empty() && rows.iter().take(20).filter(fits).count() * 10 >= rows.len().min(20) * 9
}

pub(crate) fn read(
    table: &Table<'_>,
    dataset: String,
    gazetteer: &Gazetteer,
    progress: &dyn Progress,
) -> Result<Batch<Listing>, ReadError> {
    let names = ["医療機関コード", "医療機関番号", "医療機関名称", "郵便番号", "住所", "都道府県名"];
    let header = Header::new(&names.map(Cow::Borrowed));
    let mut columns = Columns::find(&header, &[]);
    let fields = [Field::Key, Field::Name, Field::PostalCode, Field::Address, Field::Prefecture];
    for (field, at) in fields.into_iter().zip([0, 2, 3, 4, 5]) {
        columns.set(field, Some(at));
    }
    // The addresses begin with the municipality; the first two digits of the code are the prefecture.
    let rows = table
        .rows
        .iter()
        .map(|row| {
            let mut row = row.clone();
            let number = row.cells.first().and_then(|code| code.get(..2)?.parse().ok());
            let prefecture = number.and_then(|number| gazetteer.prefecture(number)).unwrap_or_default();
            row.cells.resize(5, Cow::Borrowed(""));
            row.cells.push(Cow::Owned(prefecture.to_owned()));
            row
        })
        .collect();
    let plan = Plan {
        columns,
        constants: BTreeMap::new(),
        systems: &[System::Health],
        otherwise: Otherwise::Words("health-clinic"),
        extra: Vec::new(),
        is_wamnet: false,
        code_is_served: false,
        gazetteer,
    };
    read_all(&Table { header, rows }, &plan, dataset, progress)
}
