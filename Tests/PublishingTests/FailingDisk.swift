import Glibc
import Synchronization

@testable import Publishing

/// The calls of a disk of which one fails.
final class FailingDisk: Sendable {
    private struct State {
        var made = 0
        var failing: Int?
        var reason: Int32 = 0
        var isDown = false
    }

    private let state = Mutex(State())
    /// Whether every call after the failing one fails as well, as on a disk that is full or gone.
    private let staysDown: Bool
    private let cannotExchange: Bool

    /// - Parameter call: the number of the call that fails, from 1; `nil` for none.
    init(failing call: Int? = nil, with reason: Int32 = EIO, staysDown: Bool = false, cannotExchange: Bool = false) {
        self.staysDown = staysDown
        self.cannotExchange = cannotExchange
        state.withLock { state in
            state.failing = call
            state.reason = reason
        }
    }

    /// How many calls were made.
    var callCount: Int { state.withLock { $0.made } }

    private func count() throws(SystemFailure) {
        let failure = state.withLock { state -> Int32? in
            state.made += 1
            if state.made == state.failing { state.isDown = true }
            guard state.isDown else { return nil }
            state.isDown = staysDown
            return state.reason
        }
        if let failure { throw SystemFailure(errno: failure) }
    }

    var calls: OutputCalls {
        var calls = OutputCalls.disk
        let disk = OutputCalls.disk
        calls.kind = { path throws(SystemFailure) in
            try self.count()
            return try disk.kind(path)
        }
        calls.entries = { path throws(SystemFailure) in
            try self.count()
            return try disk.entries(path)
        }
        calls.read = { path, size throws(SystemFailure) in
            try self.count()
            return try disk.read(path, size)
        }
        calls.create = { path, bytes throws(SystemFailure) in
            try self.count()
            try disk.create(path, bytes)
        }
        calls.makeFolder = { path throws(SystemFailure) in
            try self.count()
            try disk.makeFolder(path)
        }
        calls.link = { from, to throws(SystemFailure) in
            try self.count()
            try disk.link(from, to)
        }
        calls.rename = { from, to throws(SystemFailure) in
            try self.count()
            try disk.rename(from, to)
        }
        calls.exchange = { left, right throws(SystemFailure) in
            try self.count()
            if self.cannotExchange { throw SystemFailure(errno: EINVAL) }
            try disk.exchange(left, right)
        }
        calls.removeFile = { path throws(SystemFailure) in
            try self.count()
            try disk.removeFile(path)
        }
        calls.removeFolder = { path throws(SystemFailure) in
            try self.count()
            try disk.removeFolder(path)
        }
        calls.sync = { path throws(SystemFailure) in try self.count() }
        calls.lock = { path throws(SystemFailure) in
            try self.count()
            return try disk.lock(path)
        }
        return calls
    }
}
