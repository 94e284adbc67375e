import FlyingSocks
import Glibc

/// A socket at which clients knock.
struct Listener: Sendable {
    /// The socket, which whoever opened it must close.
    let socket: Socket

    /// Opens the sockets for a binding, all at one port.
    static func open(
        _ binding: PreviewConfiguration.Binding, port: Int
    ) throws(PreviewServerError) -> (listeners: [Listener], port: Int) {
        guard let number = UInt16(exactly: port) else { throw .invalidPort(port) }
        switch binding {
        case .loopback, .address("localhost"):
            return try openLoopback(port: number)
        case .address(let address):
            let listener = try Listener(address: address, port: number)
            return ([listener], try listener.port())
        }
    }

    /// 127.0.0.1 and ::1. Browsers try ::1 first for `localhost`, where another program could sit otherwise.
    private static func openLoopback(
        port: UInt16
    ) throws(PreviewServerError) -> (listeners: [Listener], port: Int) {
        // A port that is free in IPv4 need not be so in IPv6.
        for attempt in 1... {
            let first = try Listener(address: "127.0.0.1", port: port)
            do {
                let realPort = try first.port()
                let second = try Listener(address: "::1", port: UInt16(realPort))
                return ([first, second], realPort)
            } catch PreviewServerError.unknownAddress {
                // The machine has no IPv6.
                return ([first], try first.port())
            } catch {
                first.close()
                guard case .portInUse = error, port == 0, attempt < 16 else { throw error }
            }
        }
        throw .portInUse(Int(port))
    }

    private init(address: String, port: UInt16) throws(PreviewServerError) {
        do {
            if let ip4 = try? sockaddr_in.inet(ip4: address, port: port) {
                socket = try Self.listening(at: ip4, domain: AF_INET) { _ in }
            } else if let ip6 = try? sockaddr_in6.inet6(ip6: address, port: port) {
                socket = try Self.listening(at: ip6, domain: AF_INET6) { socket in
                    // `::` is every address, also the IPv4 ones; `::1` is itself.
                    let isIPv6Only = BoolSocketOption(level: Int32(IPPROTO_IPV6), name: IPV6_V6ONLY)
                    try socket.setValue(address != "::", for: isIPv6Only)
                }
            } else {
                throw PreviewServerError.unknownAddress(address)
            }
        } catch let error as PreviewServerError {
            throw error
        } catch {
            throw Self.meaning(of: error, address: address, port: Int(port))
        }
    }

    /// The port, also when any free one was asked for.
    private func port() throws(PreviewServerError) -> Int {
        switch try? socket.sockname() {
        case .ip4(_, let port), .ip6(_, let port): Int(port)
        default: throw .system(errno: EINVAL)
        }
    }

    /// Refuses further clients and wakes the task that waits for them.
    func abort() {
        _ = shutdown(socket.file.rawValue, Int32(SHUT_RDWR))
    }

    /// Closes the socket, for which no task may be waiting.
    func close() {
        try? socket.close()
    }

    private static func listening(
        at address: some SocketAddress, domain: Int32, options: (Socket) throws -> Void
    ) throws -> Socket {
        let socket = try Socket(domain: domain)
        do {
            // Connections of an earlier run that are not quite closed are no reason to refuse the port.
            try socket.setValue(true, for: .localAddressReuse)
            socket.closeOnExecution()
            try options(socket)
            try socket.bind(to: address)
        } catch {
            try? socket.close()
            throw error
        }
        // Closes the socket itself when it fails.
        try socket.listen()
        return socket
    }

    private static func meaning(of error: any Error, address: String, port: Int) -> PreviewServerError {
        guard case SocketError.failed(_, let errno, _) = error else { return .system(errno: EIO) }
        return switch errno {
        case EADDRINUSE: .portInUse(port)
        case EACCES, EPERM: .portNotPermitted(port)
        case EADDRNOTAVAIL, EAFNOSUPPORT, EPROTONOSUPPORT: .unknownAddress(address)
        default: .system(errno: errno)
        }
    }
}

extension Socket {
    /// Keeps programs that are started from inheriting the socket.
    func closeOnExecution() {
        _ = fcntl(file.rawValue, F_SETFD, FD_CLOEXEC)
    }
}
