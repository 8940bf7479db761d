"""Whether the product is well, for a load balancer and for the person who starts it."""

import redis
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse


@login_not_required
def healthy(request: HttpRequest) -> JsonResponse:
    """200 when web, database and broker answer, 503 with what is wrong when one does not."""
    state = {"database": _database_answers(), "wachtrij": _broker_answers()}
    return JsonResponse(state, status=200 if all(state.values()) else 503)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _broker_answers() -> bool:
    try:
        client = redis.Redis.from_url(_redis_address(), socket_timeout=2, socket_connect_timeout=2)
        return bool(client.ping())
    except redis.RedisError:
        return False


def _redis_address() -> str:
    """Celery writes a unix socket as redis+socket://; the client calls it unix://."""
    return str(settings.REDIS_URL).replace("redis+socket://", "unix://").replace("?virtual_host=", "?db=")
