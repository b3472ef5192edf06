//! News that cannot be: each refused with column, row, who and a cure; nothing written.

use super::*;

#[test]
fn nieuws_dat_niet_kan_wordt_geweigerd_en_de_stand_blijft() {
    let map = tempfile::tempdir().unwrap();
    let pad = |n: &str| map.path().join(n);
    let dag: Date = "2026-11-26".parse().unwrap();
    bouw(map.path(), &Allen::new(), dag, &pad("stand"), &pad("was.csv")).unwrap();
    let voor = inhoud(&pad("stand"));
    const GOED: &str = "7,persoon,2015-03-01,Heuveloord,,,";
    for (regels, kolom, rij, woorden) in [
        ("x,persoon,2015-03-01,Dorp,,,", "persoon", 1, "geen nummer van een persoon"),
        ("-1,persoon,2015-03-01,Dorp,,,", "persoon", 1, "geen nummer van een persoon"),
        ("18446744073709551615,persoon,2015-03-01,Dorp,,,", "persoon", 1, "geen nummer van een persoon"),
        ("8,,2015-03-01,Dorp,,,", "wat", 1, "persoon 8: er staat niet wat dit is"),
        ("8,verhuizing,2015-03-01,Dorp,,,", "wat", 1, "persoon 8: dit kennen wij niet"),
        ("8,persoon,,Dorp,,,", "geboortedatum", 1, "persoon 8: deze waarde ontbreekt"),
        ("8,persoon,2015-02-30,Dorp,,,", "geboortedatum", 1, "persoon 8: deze waarde kan niet"),
        ("8,persoon,2015-03-01,,,,", "gemeente", 1, "persoon 8: deze waarde ontbreekt"),
        ("8,persoon,2015-03-01,Dorp,5a,,", "artikel", 1, "persoon 8: deze waarde hoort hier niet"),
        ("8,persoon,2015-03-01,Dorp,,2020-01-01,", "begin", 1, "persoon 8: deze waarde hoort hier niet"),
        ("8,persoon,2015-03-01,Dorp,,,2020-01-01", "einde", 1, "persoon 8: deze waarde hoort hier niet"),
        ("7,inschrijving,,,,,", "begin", 1, "persoon 7: deze waarde ontbreekt"),
        ("7,inschrijving,,,,gisteren,", "begin", 1, "persoon 7: deze waarde kan niet"),
        ("7,inschrijving,,,,2020-01-01,ooit", "einde", 1, "persoon 7: deze waarde kan niet"),
        ("7,inschrijving,2015-03-01,,,2020-01-01,", "geboortedatum", 1, "persoon 7: deze waarde hoort hier niet"),
        ("7,inschrijving,,Dorp,,2020-01-01,", "gemeente", 1, "persoon 7: deze waarde hoort hier niet"),
        ("7,inschrijving,,,15,2020-01-01,", "artikel", 1, "persoon 7: deze waarde hoort hier niet"),
        ("7,vrijstelling,,,,2020-01-01,", "artikel", 1, "persoon 7: deze waarde ontbreekt"),
        ("7,vrijstelling,,,16,2020-01-01,", "artikel", 1, "persoon 7: deze waarde kan niet"),
        ("7,vrijstelling,,,15,,2020-01-01", "begin", 1, "persoon 7: deze waarde ontbreekt"),
        ("7,diploma,,,,,", "begin", 1, "persoon 7: deze waarde ontbreekt"),
        ("7,diploma,,,,2020-01-01,2020-01-01", "einde", 1, "persoon 7: deze waarde hoort hier niet"),
        ("8,weg,,,,2020-01-01,", "begin", 1, "persoon 8: deze waarde hoort hier niet"),
        ("8,inschrijving,,,,2020-01-01,\n9,weg,,,,,", "wat", 1, "persoon 8: de regel `persoon` ontbreekt"),
        ("8,weg,,,,,\n9,weg,,,,,\n8,weg,,,,,", "wat", 1, "persoon 8: `weg` staat naast andere regels"),
        ("7,weg,,,,,", "wat", 1, "persoon 7: `weg` staat naast andere regels"),
        ("8,weg,,,,,\n7,persoon,2015-03-01,Dorp,,,", "wat", 3, "persoon 7: `persoon` staat er twee keer in"),
        ("8,weg,,,,", "", 1, "ander aantal kolommen"),
    ] {
        std::fs::write(pad("n.csv"), format!("{KOPPEN}\n{regels}\n{GOED}\n")).unwrap();
        let f = naar(&pad("stand"), dag, &pad("n.csv"), &pad("uit.csv")).err().unwrap();
        assert_eq!((f.kolom.as_deref().unwrap_or_default(), f.rij), (kolom, Some(rij)), "{regels}: {f}");
        assert!(f.melding.contains(woorden) && f.herstel.ends_with('.'), "{regels}: {f}");
        assert_eq!(f.bestand, pad("n.csv"));
        assert!(inhoud(&pad("stand")) == voor && !pad("uit.csv").exists(), "{regels}");
    }
    for kolom in KOPPEN.split(',') {
        std::fs::write(pad("n.csv"), KOPPEN.replacen(kolom, "iets", 1)).unwrap();
        let f = naar(&pad("stand"), dag, &pad("n.csv"), &pad("uit.csv")).err().unwrap();
        assert_eq!(f.kolom.as_deref(), Some(kolom), "{f}");
    }
    assert!(inhoud(&pad("stand")) == voor);
    let f = naar(&pad("geen"), dag, &pad("n.csv"), &pad("uit.csv")).err().unwrap();
    assert!(f.to_string().contains("hier staat geen koppelstand") && !pad("geen").exists(), "{f}");
}
