//! Which statements are one organization.

use crate::{
    fixture::{World, listing, organization},
    on_each_backend,
};
use hoshizu_catalog::{listing::Listing, listing::OrganizationRef, number::MunicipalityCode};
use hoshizu_store::{office, organization as organizations, outbox};

const KAIGO: &str = "kaigo:430";
const NUMBER: &str = "7430005014862";

on_each_backend!(
    the_number_decides_and_without_it_name_and_place_do,
    a_number_learnt_later_is_added_to_the_organization_of_that_name,
    a_new_name_of_an_organization_reaches_all_its_offices,
    organizations_are_listed_page_by_page_and_found_by_name_or_number,
);

fn of(key: &str, municipality: &str, organization: OrganizationRef) -> Listing {
    let mut listing = listing(key, &format!("事業所{key}"));
    listing.municipality = MunicipalityCode::parse(municipality).ok();
    listing.organization = Some(organization);
    listing
}

async fn count(world: &World) -> u64 {
    organizations::list(&mut world.read().await, None, None, 10).await.unwrap().total
}

async fn the_number_decides_and_without_it_name_and_place_do(world: World) {
    let seat = |name: &str, address: &str| OrganizationRef {
        address: Some(address.to_owned()),
        ..organization(name, None)
    };
    world
        .import(
            KAIGO,
            "2025-12",
            &[
                of("1", "27210", organization("社会福祉法人さくら会", Some(NUMBER))),
                of("2", "13101", organization("福祉法人さくら会(旧称)", Some(NUMBER))),
                of("3", "27210", organization("株式会社ほし", None)),
                of("4", "27210", organization("株式会社ほし", None)),
                of("5", "13101", organization("株式会社ほし", None)),
                of("6", "27210", organization("合同会社ほし", None)),
                of("7", "01101", seat("株式会社つき", "東京都千代田区1丁目1番")),
                of("8", "13101", seat("株式会社つき", "東京都千代田区1丁目1番")),
            ],
        )
        .await;
    let mut homes = Vec::new();
    for key in ["1", "2", "3", "4", "5", "6", "7", "8"] {
        let id = world.office_of(KAIGO, key).await;
        homes.push(office::find(&mut world.read().await, id).await.unwrap().unwrap().organization.unwrap());
    }
    assert_eq!(homes[0], homes[1], "one number, one organization");
    assert_eq!(homes[2], homes[3], "same name, same municipality");
    assert_ne!(homes[2], homes[4], "same name elsewhere is another one");
    assert_ne!(homes[2], homes[5], "another legal form is another one");
    assert_eq!(homes[6], homes[7], "same name, same seat");
    assert_eq!(count(&world).await, 5);
}

async fn a_number_learnt_later_is_added_to_the_organization_of_that_name(world: World) {
    world.import(KAIGO, "2025-12", &[of("1", "27210", organization("社会福祉法人さくら会", None))]).await;
    world
        .import(
            "wamnet:52",
            "2025-09",
            &[of("A", "27210", organization("社会福祉法人さくら会", Some(NUMBER)))],
        )
        .await;
    let page = organizations::list(&mut world.read().await, Some(NUMBER), None, 10).await.unwrap();
    assert_eq!((page.total, page.items[0].offices), (1, 2));
    assert_eq!(count(&world).await, 1);
}

async fn a_new_name_of_an_organization_reaches_all_its_offices(world: World) {
    let old = || organization("社会福祉法人さくら会", Some(NUMBER));
    world.import(KAIGO, "2025-12", &[of("1", "27210", old())]).await;
    world.import("wamnet:52", "2025-09", &[of("A", "27210", old())]).await;
    let head = outbox::head(&mut world.read().await).await.unwrap();
    world
        .import(KAIGO, "2025-12", &[of("1", "27210", organization("社会福祉法人桜の会", Some(NUMBER)))])
        .await;
    let mut tx = world.read().await;
    let touched: Vec<_> = outbox::after(&mut tx, head, 10).await.unwrap();
    let other = world.office_of("wamnet:52", "A").await;
    assert!(touched.iter().any(|entry| entry.id == other.0), "its document shows the name: {touched:?}");
    let page = organizations::list(&mut tx, Some("桜の会"), None, 10).await.unwrap();
    assert_eq!(page.items[0].organization.name, "社会福祉法人桜の会");
}

async fn organizations_are_listed_page_by_page_and_found_by_name_or_number(world: World) {
    let listings: Vec<Listing> = (0..5)
        .map(|n| of(&n.to_string(), "27210", organization(&format!("株式会社ほし{n}"), None)))
        .chain([of("p", "27210", organization("有限会社百%", None))])
        .collect();
    world.import(KAIGO, "2025-12", &listings).await;
    let mut tx = world.read().await;
    let (mut names, mut cursor) = (Vec::new(), None);
    loop {
        let page = organizations::list(&mut tx, Some("ほし"), cursor.as_deref(), 2).await.unwrap();
        assert_eq!(page.total, 5);
        names.extend(page.items.into_iter().map(|item| item.organization.name));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(names, (0..5).map(|n| format!("株式会社ほし{n}")).collect::<Vec<_>>());
    let page = organizations::list(&mut tx, Some("%"), None, 10).await.unwrap();
    assert_eq!(page.total, 1, "a percent sign is a letter like any other");
    let id = page.items[0].organization.id;
    assert_eq!(office::by_organization(&mut tx, id, 10).await.unwrap().len(), 1);
    assert_eq!(organizations::find(&mut tx, id).await.unwrap().unwrap().offices, 1);
}
