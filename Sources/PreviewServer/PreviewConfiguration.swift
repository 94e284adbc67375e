/// Where and for whom the server is there.
package struct PreviewConfiguration: Sendable {
    /// The addresses at which the server listens.
    package enum Binding: Sendable, Hashable {
        /// 127.0.0.1 and, where the machine has it, ::1: only this computer.
        case loopback
        /// An IPv4 or IPv6 address, also `0.0.0.0` or `::` for all of the machine.
        case address(String)
    }

    /// Where to listen.
    package var binding: Binding
    /// The port; 0 for any that is free.
    package var port: Int
    /// Host names that count as this server beside those of the loopback addresses, without port.
    package var allowedHosts: [String]
    /// The path of the stream of events.
    package var eventsPath: String
    /// What a page of the preview can have done; `nil` for nothing.
    package var action: PreviewAction?
    /// What pages of the preview write; `nil` where POST is known for the action alone.
    package var writing: PreviewWriting?
    /// The bounds that clients meet.
    package var limits: PreviewLimits

    /// A server for this computer alone, unless something else is asked for.
    package init(
        binding: Binding = .loopback,
        port: Int = 0,
        allowedHosts: [String] = [],
        eventsPath: String = "/_showcase/events",
        action: PreviewAction? = nil,
        writing: PreviewWriting? = nil,
        limits: PreviewLimits = PreviewLimits()
    ) {
        self.binding = binding
        self.port = port
        self.allowedHosts = allowedHosts
        self.eventsPath = eventsPath
        self.action = action
        self.writing = writing
        self.limits = limits
    }
}

/// The one address at which a page of the preview has something done on this computer.
///
/// It takes POST from pages of the preview that know the token, and nothing else.
package struct PreviewAction: Sendable, Hashable {
    /// The field of the request that carries the token. No form of another site can send it.
    package static let tokenField = "x-showcase-token"

    /// The address.
    package let path: String
    /// What only pages of this run know.
    package let token: String

    package init(path: String, token: String) {
        self.path = path
        self.token = token
    }
}

/// Where pages of the preview send what is to be written: messages in JSON, and files.
package struct PreviewWriting: Sendable {
    /// What the addresses begin with: `/_showcase/api/`.
    package let path: String
    /// The one address among them that takes a file as it is.
    package let uploadPath: String
    /// What only pages of this run know; `nil` for a run in which nothing is written.
    package let token: String?
    /// Makes an empty file for one that is sent.
    package let beginUpload: @Sendable () throws -> any UploadedFile

    package init(
        path: String, uploadPath: String, token: String?,
        beginUpload: @escaping @Sendable () throws -> any UploadedFile
    ) {
        self.path = path
        self.uploadPath = uploadPath
        self.token = token
        self.beginUpload = beginUpload
    }
}

/// How much of the server one client can have.
package struct PreviewLimits: Sendable {
    /// The greatest size of a head in bytes.
    package var maximumHeadBytes = 32 * 1024
    /// The greatest number of open connections; beyond it the one that has waited longest is closed.
    package var maximumConnections = 256
    /// The greatest number of streams of events among them.
    package var maximumEventStreams = 64
    /// How long the head of a request may take, however many bytes arrive in that time.
    package var headTimeout = Duration.seconds(10)
    /// The greatest size of a message in bytes.
    package var maximumMessageBytes = 8 * 1024 * 1024
    /// The greatest size of a file in bytes.
    package var maximumUploadBytes = 200 * 1024 * 1024
    /// The greatest number of bodies that are being sent at once.
    package var maximumBodies = 8
    /// Bytes of a body that a client must send in a second, beside the time of a head.
    package var slowestBodyRate = 256 * 1024
    /// How long a connection stays open between two requests.
    package var idleTimeout = Duration.seconds(30)
    /// How long a client may take no byte of a response.
    package var writeTimeout = Duration.seconds(15)
    /// The time between two comments in a stream of events.
    package var heartbeatInterval = Duration.seconds(15)

    /// The usual limits.
    package init() {}

    /// How long a body may take, however its bytes arrive in that time.
    func bodyTimeout(length: Int) -> Duration { headTimeout + .seconds(length / max(1, slowestBodyRate)) }
}
