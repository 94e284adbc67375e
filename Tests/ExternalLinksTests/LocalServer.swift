import Foundation
import Synchronization

/// A server on 127.0.0.1 that answers as a test wants it to.
final class LocalServer: Sendable {
    /// What becomes of a request.
    enum Response: Sendable {
        /// A status line and headers, such as `404 Not Found`.
        case head(String)
        /// Nothing, until the other side gives up.
        case silence
        /// The connection is reset.
        case reset
        /// A body that does not end.
        case endless
    }

    let port: UInt16
    private let listener: Int32
    private let log: Mutex<[String]>
    private let connections: Mutex<Int>

    /// - Parameter respond: from the method and the path.
    init(_ respond: @escaping @Sendable (_ method: String, _ path: String) -> Response) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, address, &length) == 0
            }
        }
        guard isListening else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        log = Mutex([])
        connections = Mutex(0)
        Thread.detachNewThread { [weak self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else {
                    // Only here: another server might have the number by now.
                    close(listener)
                    return
                }
                self?.connections.withLock { $0 += 1 }
                Thread.detachNewThread { [weak self] in
                    let (method, path) = Self.request(from: client)
                    self?.log.withLock { $0.append("\(method) \(path)") }
                    Self.answer(respond(method, path), to: client)
                }
            }
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    /// `GET /path` of every request, in order.
    var requests: [String] { log.withLock { $0 } }
    var connectionCount: Int { connections.withLock { $0 } }

    func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    private static func request(from client: Int32) -> (method: String, path: String) {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        let words = String(decoding: bytes, as: UTF8.self).split(separator: " ", maxSplits: 2)
        return words.count > 1 ? (String(words[0]), String(words[1])) : ("", "")
    }

    private static func answer(_ response: Response, to client: Int32) {
        defer { close(client) }
        switch response {
        case .head(let text): send("HTTP/1.1 \(text)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", to: client)
        case .silence:
            var byte: UInt8 = 0
            while recv(client, &byte, 1, 0) > 0 {}
        case .reset:
            var linger = linger(l_onoff: 1, l_linger: 0)
            setsockopt(client, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
        case .endless:
            send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", to: client)
            while send(String(repeating: "x", count: 4096), to: client) {}
        }
    }

    @discardableResult
    private static func send(_ text: String, to client: Int32) -> Bool {
        let bytes = Array(text.utf8)
        return Glibc.send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }
}
