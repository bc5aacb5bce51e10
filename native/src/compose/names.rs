//! Names of what components import and export, and their versions.

use semver::Version;

/// What an interface is called without its version.
pub(super) fn path(name: &str) -> &str {
    name.split_once('@').map_or(name, |(path, _)| path)
}

/// The version of an interface.
pub(super) fn version(name: &str) -> Option<Version> {
    Version::parse(name.split_once('@')?.1).ok()
}

/// What two names have in common if one can stand for the other: the name itself, or the interface and the part of the
/// version that tells what is compatible.
pub(super) fn track(name: &str) -> &str {
    let Some(version) = version(name) else {
        return name;
    };
    let parts = match (version.pre.is_empty(), version.major, version.minor) {
        (true, 1.., _) => 1,
        (true, 0, 1..) => 2,
        _ => return name,
    };
    let at = name.find('@').unwrap_or(0);
    let end = name[at..].match_indices('.').nth(parts - 1);
    end.map_or(name, |(dot, _)| &name[..at + dot])
}

/// Of the names that can stand for one, the best: itself, or the highest version.
pub(super) fn best<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted_track = track(wanted);
    let fitting = names.filter(|name| track(name) == wanted_track);
    fitting.max_by(|one, other| {
        (*one == wanted)
            .cmp(&(*other == wanted))
            .then_with(|| version(one).cmp(&version(other)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_that_can_stand_for_each_other_are_on_one_track() {
        for (name, expected) in [
            ("log", "log"),
            ("a:b/c", "a:b/c"),
            ("a:b/c@1.2.3", "a:b/c@1"),
            ("a:b/c@12.2.3+d.e", "a:b/c@12"),
            ("a:b/c@0.2.3", "a:b/c@0.2"),
            ("a:b/c@0.0.3", "a:b/c@0.0.3"),
            ("a:b/c@1.0.0-rc.1", "a:b/c@1.0.0-rc.1"),
            ("a:b/c@x", "a:b/c@x"),
            ("a:b/c@", "a:b/c@"),
        ] {
            assert_eq!(track(name), expected);
        }
    }

    #[test]
    fn tracks_are_those_of_the_graph() {
        let names = [
            "a:b/c",
            "a:b/c@1.0.0",
            "a:b/c@1.2.3",
            "a:b/c@2.0.0",
            "a:b/c@0.1.0",
            "a:b/c@0.1.7",
            "a:b/c@0.0.1",
            "a:b/c@0.0.2",
            "a:b/c@1.0.0-rc.1",
            "x:b/c@1.0.0",
        ];
        for one in names {
            for other in names {
                let alike = track(one) == track(other);
                assert_eq!(
                    alike,
                    wac_graph::types::are_semver_compatible(one, other),
                    "{one} {other}"
                );
            }
        }
    }

    #[test]
    fn the_very_name_is_best_and_else_the_highest_version() {
        let names = ["a:b/c@1.9.0", "a:b/c@1.10.0", "a:b/c@2.0.0", "a:b/d@1.0.0"];
        assert_eq!(best("a:b/c@1.9.0", names.into_iter()), Some("a:b/c@1.9.0"));
        assert_eq!(best("a:b/c@1.0.0", names.into_iter()), Some("a:b/c@1.10.0"));
        assert_eq!(best("a:b/c@3.0.0", names.into_iter()), None);
        assert_eq!(best("a:b/c", names.into_iter()), None);
    }
}
