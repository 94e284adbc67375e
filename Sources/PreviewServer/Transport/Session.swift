/// The requests of one connection, one after the other (RFC 9112 §9.3).
struct Session: Sendable {
    /// What all connections of a server share.
    struct Environment: Sendable {
        /// Decides what reaches the site.
        let gate: RequestGate
        /// The bounds of every client.
        let limits: PreviewLimits
        /// What open pages are told.
        let events: PreviewEvents
        /// The connections beside this one.
        let table: ConnectionTable
        /// What is at an address.
        let answer: @Sendable (PreviewRequest) async throws -> PreviewAnswer
    }

    /// Whose requests are answered.
    let connection: Connection
    /// What the session knows of its server.
    let environment: Environment

    /// Answers until the client goes, asks for the end, makes a mistake or takes too long.
    func run() async {
        var buffer = HeadBuffer(limit: environment.limits.maximumHeadBytes)
        do {
            while let head = try await nextHead(&buffer) {
                guard try await respond(to: head, &buffer) else { return }
                // A request that was sent ahead has begun already.
                if buffer.isEmpty {
                    connection.enter(.idle, timeout: environment.limits.idleTimeout)
                } else {
                    connection.enter(.readingHead, timeout: environment.limits.headTimeout)
                }
            }
        } catch let refusal as RequestRefusal {
            try? await refuse(refusal)
        } catch {
            // The client is gone, or the table has ended the session.
        }
    }

    /// The next request; `nil` when the client sends no more.
    private func nextHead(_ buffer: inout HeadBuffer) async throws -> RequestHead? {
        while true {
            if let bytes = try buffer.takeHead() { return try RequestHeadParser.parse(bytes) }
            let received = try await connection.read()
            guard !received.isEmpty else { return nil }
            // The time of a head begins with its first byte and is not prolonged by others.
            if buffer.isEmpty { connection.enter(.readingHead, timeout: environment.limits.headTimeout) }
            buffer.append(received)
        }
    }

    /// Answers one request.
    ///
    /// - Returns: whether another may follow.
    private func respond(to head: RequestHead, _ buffer: inout HeadBuffer) async throws -> Bool {
        let admission: Admission
        let body: RequestBody
        do {
            admission = try environment.gate.admit(head, localAddress: connection.localAddress)
            guard let received = try await self.body(admission.body, head, &buffer) else { return false }
            body = received
        } catch let refusal as RequestRefusal {
            let response =
                environment.gate.isForScripts(head.target)
                ? Response(refusalForScript: refusal) : Response(refusal: refusal)
            // Bytes of a body would be read as the next request.
            guard !head.announcesBody else {
                try await end(with: response)
                return false
            }
            try await write(response, to: head)
            return head.keepsConnection
        }
        defer { if case .upload(let file) = body { file.discard() } }
        let target = admission.target
        if target.path.text == environment.gate.eventsPath {
            try await streamEvents(to: head, query: target.query)
            return false
        }
        connection.enter(.answering, timeout: nil)
        let response: Response
        do {
            let answer = try await environment.answer(
                PreviewRequest(
                    path: target.path, query: target.query, isAction: head.method == "POST", body: body))
            response = Response(answer, to: head, query: target.query)
        } catch {
            response = Response(explaining: .failed)
        }
        try await write(response, to: head)
        return head.keepsConnection
    }

    /// Reads a body to the length that its head has said, and not a byte more.
    ///
    /// - Returns: `nil` when the client went before its end.
    /// - Throws: `RequestRefusal` for one that cannot be taken now.
    private func body(
        _ admitted: AdmittedBody?, _ head: RequestHead, _ buffer: inout HeadBuffer
    ) async throws -> RequestBody? {
        guard let admitted, let writing = environment.gate.writing else { return RequestBody.none }
        guard await environment.table.hasRoomForBody() else { throw RequestRefusal.busy }
        if head["expect"]?.lowercased() == "100-continue" {
            connection.enter(.writing, timeout: environment.limits.writeTimeout)
            let bytes = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
            try await connection.write(bytes, range: 0..<bytes.count)
        }
        connection.enter(.readingBody, timeout: environment.limits.bodyTimeout(length: admitted.length))
        switch admitted.kind {
        case .json:
            var message: [UInt8] = []
            let isWhole = try await receive(admitted.length, &buffer) { message += $0 }
            return isWhole ? .json(message) : nil
        case .upload:
            let file: any UploadedFile
            do {
                file = try writing.beginUpload()
            } catch {
                throw RequestRefusal.notKept
            }
            do {
                guard try await receive(admitted.length, &buffer, file.append) else {
                    file.discard()
                    return nil
                }
                return .upload(file)
            } catch {
                file.discard()
                throw error
            }
        }
    }

    /// Hands on so many bytes as they arrive; returns whether they all came.
    private func receive(
        _ length: Int, _ buffer: inout HeadBuffer, _ take: ([UInt8]) throws -> Void
    ) async throws -> Bool {
        var rest = length
        while rest > 0 {
            var bytes = buffer.takeBytes(atMost: rest)
            if bytes.isEmpty { bytes = try await connection.read(atMost: min(rest, Self.bodyPartBytes)) }
            guard !bytes.isEmpty else { return false }
            rest -= bytes.count
            do {
                try take(bytes)
            } catch {
                throw RequestRefusal.notKept
            }
        }
        return true
    }

    private static let bodyPartBytes = 256 * 1024

    private func write(_ response: Response, to head: RequestHead) async throws {
        let connectionOption: String? =
            head.keepsConnection ? (head.minorVersion == 0 ? "keep-alive" : nil) : "close"
        try await write(response, connection: connectionOption, isHeadOnly: head.method == "HEAD")
    }

    private func write(_ response: Response, connection option: String?, isHeadOnly: Bool) async throws {
        connection.enter(.writing, timeout: environment.limits.writeTimeout)
        var bytes = response.head(connection: option, date: HTTPDate.now())
        guard !isHeadOnly, !response.range.isEmpty else {
            return try await connection.write(bytes, range: 0..<bytes.count)
        }
        // Small contents go out with their head in one packet; large ones are not copied.
        guard response.range.count > 64 * 1024 else {
            bytes += response.content[response.range]
            return try await connection.write(bytes, range: 0..<bytes.count)
        }
        try await connection.write(bytes, range: 0..<bytes.count)
        try await connection.write(response.content, range: response.range)
    }

    /// Says why a request is not answered and ends the connection. What the client is still sending is read for a moment:
    /// closing with unread bytes would take the response away from it (RFC 9112 §9.6).
    private func refuse(_ refusal: RequestRefusal) async throws { try await end(with: Response(refusal: refusal)) }

    private func end(with response: Response) async throws {
        try await write(response, connection: "close", isHeadOnly: false)
        connection.finishWriting()
        connection.enter(.readingHead, timeout: .seconds(1))
        var rest = 256 * 1024
        while rest > 0 {
            let received = try await connection.read()
            guard !received.isEmpty else { return }
            rest -= received.count
        }
    }

    /// Streams events until the client goes (WHATWG HTML §9.2). The end of the connection is the end of the response, so
    /// that no chunk has to be framed.
    private func streamEvents(to head: RequestHead, query: String?) async throws {
        guard await environment.table.hasRoomForEvents() else {
            return try await write(
                Response(explaining: .unavailable, fields: [("Retry-After", "1")]), connection: "close",
                isHeadOnly: head.method == "HEAD")
        }
        connection.enter(.streamingEvents, timeout: environment.limits.writeTimeout)
        let start = EventStream.head(date: HTTPDate.now())
        try await connection.write(start, range: 0..<start.count)
        guard head.method == "GET" else { return }
        let lastEventID = head["last-event-id"] ?? EventStream.lastEventID(inQuery: query)
        let subscription = await environment.events.subscribe(after: lastEventID)
        let stream = EventStream(connection: connection, chunks: subscription.chunks)
        await stream.run()
        await environment.events.unsubscribe(subscription.id)
    }
}
