import Foundation
import Glibc

/// One response, taken apart without the code that made it.
struct TestResponse: Sendable {
    let status: Int
    let head: String
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    /// The value of a field; `nil` without it or when it is there twice.
    subscript(name: String) -> String? {
        let values = head.split(separator: "\r\n").dropFirst().filter {
            $0.lowercased().hasPrefix(name.lowercased() + ":")
        }
        guard values.count == 1 else { return nil }
        return values[0].dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
    }
}

/// A client that sends what it is told, byte for byte. Its calls block, so that they belong on a thread of their own.
final class TestClient: Sendable {
    struct Failure: Error {
        let call: String
        let errno: Int32
    }

    private let file: Int32

    /// Seconds after which reading and writing fail: for a server that never answers, not for one on a busy machine.
    private static let timeout = 300

    /// Connects.
    init(port: Int, address: String = "127.0.0.1") throws {
        let isIP6 = address.contains(":")
        file = socket(isIP6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: Self.timeout, tv_usec: 0)
        setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(file, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let result: Int32
        if isIP6 {
            var peer = sockaddr_in6()
            peer.sin6_family = sa_family_t(AF_INET6)
            peer.sin6_port = in_port_t(port).bigEndian
            inet_pton(AF_INET6, address, &peer.sin6_addr)
            result = Self.connect(file, to: &peer)
        } else {
            var peer = sockaddr_in()
            peer.sin_family = sa_family_t(AF_INET)
            peer.sin_port = in_port_t(port).bigEndian
            inet_pton(AF_INET, address, &peer.sin_addr)
            result = Self.connect(file, to: &peer)
        }
        guard result == 0 else {
            let code = errno
            Glibc.close(file)
            throw Failure(call: "connect", errno: code)
        }
    }

    deinit { Glibc.close(file) }

    private static func connect<Address>(_ file: Int32, to address: inout Address) -> Int32 {
        withUnsafeBytes(of: &address) { bytes in
            guard let base = bytes.baseAddress else { return -1 }
            return Glibc.connect(file, base.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
        }
    }

    /// Sends all bytes; `false` when the server takes no more.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var position = 0
        while position < bytes.count {
            let sent = bytes[position...].withUnsafeBytes {
                Glibc.send(file, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { return false }
            position += sent
        }
        return true
    }

    /// Sends a text.
    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Tells the server that nothing more comes.
    func finish() { _ = shutdown(file, Int32(SHUT_WR)) }

    /// What arrives next; empty at the end, `nil` after a reset.
    func receive(atMost count: Int = 65536) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: count)
        let received = recv(file, &buffer, count, 0)
        return received < 0 ? nil : Array(buffer[..<received])
    }

    /// Everything until the server closes, also by a reset.
    func receiveAll() -> [UInt8] {
        var bytes: [UInt8] = []
        while let more = receive(), !more.isEmpty { bytes += more }
        return bytes
    }

    /// Waits until the server closes the connection; returns whether it did.
    func isClosedByServer() -> Bool {
        while true {
            var buffer = [UInt8](repeating: 0, count: 4096)
            let received = recv(file, &buffer, buffer.count, 0)
            if received == 0 { return true }
            if received < 0 { return errno == ECONNRESET || errno == EPIPE }
        }
    }

    /// What arrives up to and with a text.
    func receive(through end: String) throws -> String {
        var bytes: [UInt8] = []
        while !bytes.suffix(end.utf8.count).elementsEqual(end.utf8) {
            guard let byte = receive(atMost: 1), !byte.isEmpty else {
                throw Failure(call: "receive through; got \(String(decoding: bytes, as: UTF8.self))", errno: errno)
            }
            bytes += byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The next response. One to HEAD has no body.
    func receiveResponse(toHEAD: Bool = false) throws -> TestResponse {
        let head = try receive(through: "\r\n\r\n")
        let status = Int(head.dropFirst(9).prefix(3)) ?? 0
        let length = Int(TestResponse(status: status, head: head, body: [])["content-length"] ?? "0") ?? 0
        var body: [UInt8] = []
        while !toHEAD, status != 304, body.count < length {
            guard let more = receive(atMost: length - body.count), !more.isEmpty else {
                throw Failure(call: "receive body", errno: errno)
            }
            body += more
        }
        return TestResponse(status: status, head: head, body: body)
    }
}

/// Runs what blocks on a thread of its own, so that the threads of the server under test stay free.
func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
    }
}

/// The response to one request on a connection of its own. `Host: localhost` is added unless a line has it.
func ask(_ port: Int, _ lines: String..., address: String = "127.0.0.1") async throws -> TestResponse {
    let hasHost = lines.contains { $0.lowercased().hasPrefix("host") }
    let head = (lines + (hasHost ? [] : ["Host: localhost"])).joined(separator: "\r\n") + "\r\n\r\n"
    return try await onThread {
        let client = try TestClient(port: port, address: address)
        client.send(head)
        return try client.receiveResponse(toHEAD: head.hasPrefix("HEAD"))
    }
}
