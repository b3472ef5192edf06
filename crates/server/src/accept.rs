//! Our own accept loop: with time limits on headers, and a clean stop (security.md 5.8).

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::pin::pin;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;
use web::Router;

/// Slowest allowed request head.
const KOP: Duration = Duration::from_secs(10);
/// How long open requests may finish after the stop signal.
const AFRONDEN: Duration = Duration::from_secs(8);

/// Serve until the process is asked to stop.
pub(crate) async fn bedien(poort: TcpListener, router: Router) {
    let (stop, gestopt) = watch::channel(false);
    let mut taken = JoinSet::new();
    let mut signaal = pin!(stopsignaal());
    loop {
        tokio::select! {
            () = &mut signaal => break,
            Some(_) = taken.join_next(), if !taken.is_empty() => {}
            nieuw = poort.accept() => {
                let Ok((stroom, _)) = nieuw else {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                };
                let dienst = TowerToHyperService::new(router.clone());
                let mut gestopt = gestopt.clone();
                taken.spawn(async move {
                    let mut verbinding = pin!(http1::Builder::new()
                        .timer(TokioTimer::new())
                        .header_read_timeout(KOP)
                        .max_headers(64)
                        .serve_connection(TokioIo::new(stroom), dienst));
                    tokio::select! {
                        _ = verbinding.as_mut() => {}
                        _ = gestopt.changed() => {
                            verbinding.as_mut().graceful_shutdown();
                            let _ = verbinding.await;
                        }
                    }
                });
            }
        }
    }
    drop(poort);
    let _ = stop.send(true);
    let _ = tokio::time::timeout(AFRONDEN, async { while taken.join_next().await.is_some() {} }).await;
}

async fn stopsignaal() {
    let klaar = tokio::signal::ctrl_c();
    let mut beeindig = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(s) => s,
        Err(_) => return,
    };
    tokio::select! {
        _ = klaar => {}
        _ = beeindig.recv() => {}
    }
}
