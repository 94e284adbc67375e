import Glibc

/// What the machine under the tests can do.
enum Machine {
    /// Whether it has the address ::1, which some containers lack.
    static let hasIPv6Loopback: Bool = {
        let file = socket(AF_INET6, Int32(SOCK_STREAM.rawValue), 0)
        guard file >= 0 else { return false }
        defer { close(file) }
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        inet_pton(AF_INET6, "::1", &address.sin6_addr)
        return withUnsafeBytes(of: &address) { bytes in
            guard let base = bytes.baseAddress else { return false }
            return bind(file, base.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count)) == 0
        }
    }()
}
