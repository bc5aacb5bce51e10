//! What can be wrong with a composition, as the host is told.

use crate::bytes::BlockWriter;

/// `enum sb_composition_problem`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub(super) enum ProblemKind {
    Invalid = 1,
    CoreModule = 2,
    UnknownPart = 3,
    Duplicate = 4,
    Missing = 5,
    NothingMatches = 6,
    Ambiguous = 7,
    Incompatible = 8,
    OtherResource = 9,
    Cyclic = 10,
    Unused = 11,
    NothingExported = 12,
    BadName = 13,
    TooLarge = 14,
    Unsupported = 15,
    Syntax = 16,
}

/// One thing that is wrong. Its ends may be empty, where it has none.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) kind: ProblemKind,
    /// The part that needs something, and what.
    pub(super) consumer: Box<str>,
    pub(super) import: Box<str>,
    /// The part that is to provide it, and by what.
    pub(super) provider: Box<str>,
    pub(super) export: Box<str>,
    /// What is wrong, and the way out. May have several lines.
    pub(super) message: String,
}

impl Problem {
    pub(super) fn new(kind: ProblemKind, message: impl Into<String>) -> Problem {
        Problem {
            kind,
            consumer: Box::default(),
            import: Box::default(),
            provider: Box::default(),
            export: Box::default(),
            message: message.into(),
        }
    }

    /// With the end that needs something.
    pub(super) fn consumer(mut self, part: &str, import: &str) -> Problem {
        (self.consumer, self.import) = (part.into(), import.into());
        self
    }

    fn cut(mut self) -> Problem {
        if self.message.len() > LONGEST_MESSAGE {
            let end = self.message.floor_char_boundary(LONGEST_MESSAGE);
            self.message.truncate(end);
            self.message.push('…');
        }
        self
    }

    /// With the end that provides something.
    pub(super) fn provider(mut self, part: &str, export: &str) -> Problem {
        (self.provider, self.export) = (part.into(), export.into());
        self
    }
}

/// How many problems are told: whoever has more of them has one mistake that makes them all.
const MOST_PROBLEMS: usize = 100;

/// How long a message may be, and a name in it: components' authors choose names.
const LONGEST_MESSAGE: usize = 8 << 10;
const LONGEST_NAME: usize = 200;

/// What is wrong, as far as it is told.
#[derive(Default)]
pub(super) struct Problems {
    told: Vec<Problem>,
    others: usize,
}

impl Problems {
    pub(super) fn push(&mut self, problem: Problem) {
        if self.told.len() < MOST_PROBLEMS {
            self.told.push(problem.cut());
        } else {
            self.others += 1;
        }
    }

    pub(super) fn extend(&mut self, problems: impl IntoIterator<Item = Problem>) {
        problems.into_iter().for_each(|problem| self.push(problem));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.told.is_empty()
    }

    /// At least one.
    pub(super) fn told(mut self) -> Composed {
        if let Some(last) = self.told.last_mut()
            && self.others > 0
        {
            last.message += &format!("\n… and {} more of such things", self.others);
        }
        Err(self.told)
    }
}

/// A component, or what keeps it from being made.
pub(super) type Composed = Result<Vec<u8>, Vec<Problem>>;

/// One thing that keeps it from being made.
pub(super) fn only(problem: Problem) -> Composed {
    Err(vec![problem.cut()])
}

/// A name, as much of it as people read.
pub(super) fn short(name: &str) -> &str {
    &name[..name.floor_char_boundary(LONGEST_NAME)]
}

/// The block that the header documents.
pub(super) fn block(composed: Composed) -> Vec<u8> {
    let mut block = BlockWriter::default();
    match composed {
        Ok(bytes) => {
            block.u32(0);
            let mut block = block.finish();
            block.extend(bytes);
            return block;
        }
        Err(problems) => {
            block.count(problems.len());
            for problem in problems {
                block.u32(problem.kind as u32);
                block.str(&problem.consumer);
                block.str(&problem.import);
                block.str(&problem.provider);
                block.str(&problem.export);
                block.str(&problem.message);
            }
        }
    }
    block.finish()
}

/// Names in a message: some of them, in words.
pub(super) fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    /// More than these nobody reads.
    const SHOWN: usize = 8;
    let names: Vec<&str> = names.map(short).collect();
    if names.is_empty() {
        return "nothing".to_string();
    }
    let shown = names[..names.len().min(SHOWN)].join(", ");
    match names.len().checked_sub(SHOWN) {
        None | Some(0) => shown,
        Some(more) => format!("{shown} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_of_names_end_somewhere() {
        let names: Vec<String> = (0..10).map(|i| i.to_string()).collect();
        let list = |count: usize| listed(names[..count].iter().map(String::as_str));
        assert_eq!(list(0), "nothing");
        assert_eq!(list(2), "0, 1");
        assert_eq!(list(8), "0, 1, 2, 3, 4, 5, 6, 7");
        assert_eq!(list(10), "0, 1, 2, 3, 4, 5, 6, 7 and 2 more");
    }

    #[test]
    fn as_much_is_told_as_people_read() {
        let name = "ä".repeat(100_000);
        assert_eq!(listed([name.as_str()].into_iter()).len(), LONGEST_NAME);
        let mut problems = Problems::default();
        for _ in 0..MOST_PROBLEMS + 5 {
            problems.push(Problem::new(ProblemKind::Missing, name.clone()));
        }
        let told = problems.told().unwrap_err();
        assert_eq!(told.len(), MOST_PROBLEMS);
        assert!(
            told.iter()
                .all(|problem| problem.message.len() < LONGEST_MESSAGE + 100)
        );
        assert!(
            told.last()
                .unwrap()
                .message
                .ends_with("… and 5 more of such things")
        );
    }
}
