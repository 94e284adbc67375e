/// Which names the server answers to.
///
/// A page of `evil.example` can let that name point to 127.0.0.1 (DNS rebinding) and would then be of the same origin as
/// the preview; it cannot change the name that the browser puts into `Host`.
package struct HostPolicy: Sendable {
    /// The port at which the server listens.
    let port: Int
    /// Names that were configured, in lower case; they count with any port, since they stand for proxies and tunnels.
    private let names: Set<String>

    /// - Parameter names: hosts without port, IPv6 addresses with or without brackets.
    package init(port: Int, names: [String]) {
        self.port = port
        self.names = Set(names.map { Authority($0)?.host ?? $0.lowercased() })
    }

    /// Whether a request for `authority` is for this server.
    ///
    /// - Parameter localAddress: the address of this machine at which the connection arrived. Rebinding needs a name, so
    ///   that an address is safe.
    func allows(_ authority: Authority, localAddress: String?) -> Bool {
        if names.contains(authority.host) { return true }
        guard authority.port == nil || authority.port == port else { return false }
        switch authority.host {
        case "localhost", "127.0.0.1", "::1": return true
        case let host: return host.hasSuffix(".localhost") || host == localAddress
        }
    }
}
