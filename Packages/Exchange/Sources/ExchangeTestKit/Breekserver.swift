// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import NIOPosix

/// A listener that breaks the connection: after the request has come it writes what it was told and hangs up.
public enum Breekserver {
    /// Runs it for the length of a test, which gets `http://127.0.0.1:port/v1`.
    /// - Parameter tekst: the bytes to write before hanging up; empty to hang up at once.
    public static func met<Uitslag: Sendable>(
        _ tekst: String,
        _ proef: @Sendable (String) async throws -> Uitslag
    ) async throws -> Uitslag {
        let kanaal = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { kind in
                kind.eventLoop.makeCompletedFuture {
                    try kind.pipeline.syncOperations.addHandler(Ophanger(tekst))
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
        do {
            let uitslag = try await proef("http://127.0.0.1:\(kanaal.localAddress?.port ?? 0)/v1")
            try await kanaal.close()
            return uitslag
        } catch {
            try? await kanaal.close()
            throw error
        }
    }
}

private final class Ophanger: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let tekst: String
    init(_ tekst: String) { self.tekst = tekst }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !tekst.isEmpty else {
            context.close(promise: nil)
            return
        }
        let kanaal = context.channel
        kanaal.writeAndFlush(ByteBuffer(string: tekst)).whenComplete { _ in kanaal.close(promise: nil) }
    }
}
