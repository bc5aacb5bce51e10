//! Looking up names, a few at once: the system takes a thread for each, and as long as it likes.

use std::io;
use std::net::{SocketAddr, ToSocketAddrs};
use std::sync::{Arc, LazyLock};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

/// How many names all stores look up at once. Tokio has 512 threads for what blocks, files among it, and a name server
/// that doesn't answer keeps one for half a minute.
const MOST_OF_ALL: usize = 64;

/// Has names looked up one after another: as many at once as one store may.
pub(super) struct Lookups {
    own: Arc<Semaphore>,
    all: Arc<Semaphore>,
}

impl Lookups {
    pub(super) fn new(most: usize) -> Lookups {
        static ALL: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(MOST_OF_ALL)));
        Lookups::among(most, Arc::clone(&ALL))
    }

    fn among(most: usize, all: Arc<Semaphore>) -> Lookups {
        let own = Arc::new(Semaphore::new(most.min(Semaphore::MAX_PERMITS)));
        if most == 0 {
            // Nobody is to wait for a turn that never comes.
            own.close();
        }
        Lookups { own, all }
    }

    /// Does what blocks when it is its turn. Whoever stops waiting before gives the turn up; after that it is over when
    /// the work is, whether somebody waits or not: the thread is taken for so long.
    fn in_turn<R, W>(&self, work: W) -> impl Future<Output = io::Result<R>> + Send + use<R, W>
    where
        R: Send + 'static,
        W: FnOnce() -> io::Result<R> + Send + 'static,
    {
        let (own, all) = (Arc::clone(&self.own), Arc::clone(&self.all));
        async move {
            let own = own.acquire_owned().await.map_err(io::Error::other)?;
            let all = all.acquire_owned().await.map_err(io::Error::other)?;
            let working = spawn_blocking(move || {
                let _turn = (own, all);
                work()
            });
            working.await.map_err(io::Error::other)?
        }
    }

    /// The addresses of a host.
    pub(super) fn addresses(
        &self,
        host: String,
        port: u16,
    ) -> impl Future<Output = io::Result<Vec<SocketAddr>>> + Send + use<> {
        self.in_turn(move || Ok((host.as_str(), port).to_socket_addrs()?.collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc::{Receiver, Sender, channel};
    use tokio::runtime::{Builder, Runtime};
    use tokio::task::JoinHandle;

    fn runtime() -> Runtime {
        Builder::new_multi_thread().worker_threads(1).build().unwrap()
    }

    /// Name servers that answer when they are told to.
    struct Servers {
        begun: Sender<usize>,
        asked: Mutex<Receiver<usize>>,
        answers: Mutex<Vec<Sender<()>>>,
        busy: Arc<AtomicUsize>,
    }

    impl Servers {
        fn new() -> Servers {
            let (begun, asked) = channel();
            Servers {
                begun,
                asked: Mutex::new(asked),
                answers: Mutex::default(),
                busy: Arc::default(),
            }
        }

        /// Looks up the name with this number.
        fn ask(&self, runtime: &Runtime, lookups: &Lookups, number: usize) -> JoinHandle<io::Result<usize>> {
            let (answer, answered) = channel();
            self.answers.lock().unwrap().push(answer);
            let (begun, busy) = (self.begun.clone(), Arc::clone(&self.busy));
            runtime.spawn(lookups.in_turn(move || {
                busy.fetch_add(1, Ordering::SeqCst);
                begun.send(number).unwrap();
                let _ = answered.recv();
                busy.fetch_sub(1, Ordering::SeqCst);
                Ok(number)
            }))
        }

        fn next(&self) -> usize {
            self.asked.lock().unwrap().recv().unwrap()
        }

        fn answer(&self, number: usize) {
            self.answers.lock().unwrap()[number].send(()).unwrap();
        }
    }

    #[test]
    fn names_wait_for_their_turn() {
        let (runtime, servers) = (runtime(), Servers::new());
        let lookups = Lookups::among(2, Arc::new(Semaphore::new(10)));
        let asked: Vec<_> = (0..6)
            .map(|number| servers.ask(&runtime, &lookups, number))
            .collect();
        let mut running = vec![servers.next(), servers.next()];
        for _ in 0..4 {
            assert!(servers.busy.load(Ordering::SeqCst) <= 2);
            servers.answer(running.remove(0));
            running.push(servers.next());
        }
        running.into_iter().for_each(|number| servers.answer(number));
        for (number, done) in asked.into_iter().enumerate() {
            assert_eq!(runtime.block_on(done).unwrap().unwrap(), number);
        }
    }

    #[test]
    fn stores_wait_for_each_other_when_all_turns_are_taken() {
        let (runtime, servers) = (runtime(), Servers::new());
        let all = Arc::new(Semaphore::new(3));
        let (one, other) = (Lookups::among(2, Arc::clone(&all)), Lookups::among(2, all));
        let mut asked = vec![servers.ask(&runtime, &one, 0), servers.ask(&runtime, &one, 1)];
        let mut running = vec![servers.next(), servers.next()];
        asked.push(servers.ask(&runtime, &other, 2));
        running.push(servers.next());
        asked.push(servers.ask(&runtime, &other, 3));
        assert_eq!(servers.busy.load(Ordering::SeqCst), 3);
        servers.answer(running.remove(0));
        assert_eq!(servers.next(), 3);
        running.push(3);
        running.into_iter().for_each(|number| servers.answer(number));
        for done in asked {
            runtime.block_on(done).unwrap().unwrap();
        }
    }

    #[test]
    fn a_name_that_nobody_waits_for_any_more_takes_its_turn_until_it_is_found() {
        let (runtime, servers) = (runtime(), Servers::new());
        let lookups = Lookups::among(1, Arc::new(Semaphore::new(10)));
        let forgotten = servers.ask(&runtime, &lookups, 0);
        assert_eq!(servers.next(), 0);
        forgotten.abort();
        assert!(runtime.block_on(forgotten).unwrap_err().is_cancelled());
        assert_eq!(lookups.own.available_permits(), 0);
        let next = servers.ask(&runtime, &lookups, 1);
        assert_eq!(servers.busy.load(Ordering::SeqCst), 1);
        servers.answer(0);
        assert_eq!(servers.next(), 1);
        servers.answer(1);
        assert_eq!(runtime.block_on(next).unwrap().unwrap(), 1);
    }

    #[test]
    fn who_stops_waiting_gives_up_the_turn() {
        let (runtime, servers) = (runtime(), Servers::new());
        let lookups = Lookups::among(1, Arc::new(Semaphore::new(10)));
        let first = servers.ask(&runtime, &lookups, 0);
        assert_eq!(servers.next(), 0);
        let impatient = servers.ask(&runtime, &lookups, 1);
        let patient = servers.ask(&runtime, &lookups, 2);
        impatient.abort();
        assert!(runtime.block_on(impatient).unwrap_err().is_cancelled());
        servers.answer(0);
        assert_eq!(servers.next(), 2);
        servers.answer(2);
        runtime.block_on(first).unwrap().unwrap();
        runtime.block_on(patient).unwrap().unwrap();
    }

    #[test]
    fn without_turns_nobody_waits() {
        let runtime = runtime();
        let lookups = Lookups::among(0, Arc::new(Semaphore::new(10)));
        let found = lookups.addresses("localhost".to_string(), 0);
        assert!(runtime.block_on(found).is_err());
    }
}
